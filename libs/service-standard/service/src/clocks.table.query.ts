import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock, fail, TableFileQuery } from '@tenure/http';
import { CLOCK_KINDS, type ClockKind } from '@tenure/policy-contract';
import { standingOf } from '@tenure/service-standard-core';
import { CASE_TYPES, IsId, IsInstant, MayBeAbsent, type CaseType } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { whereEqual } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { CaseClockEntry } from './case-clock.entity';
import type { ClockTableRow } from './clocks.table';
import { StandardsReader } from './standards.reader';

const OUTCOMES = ['open', 'met', 'breached', 'cancelled'] as const;
/** A spreadsheet can be asked for that nobody can open. */
const MOST_ROWS = 100_000;

export class ClocksTableQuery extends TableFileQuery {
  @ApiPropertyOptional({ enum: CLOCK_KINDS })
  @MayBeAbsent()
  @IsIn(CLOCK_KINDS)
  readonly clock?: ClockKind;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly owner?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly tier?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES })
  @MayBeAbsent()
  @IsIn(CASE_TYPES)
  readonly caseType?: CaseType;

  @ApiPropertyOptional({ enum: OUTCOMES, description: '`breached` also where it was met late.' })
  @MayBeAbsent()
  @IsIn(OUTCOMES)
  readonly outcome?: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ format: 'date-time', description: 'Started at this moment or later.' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Started before this moment.' })
  @MayBeAbsent()
  @IsInstant()
  readonly to?: string;
}

/** Clocks in the order of their start. */
export class ExportClocks extends Query<readonly ClockTableRow[]> {
  constructor(readonly filter: ClocksTableQuery) {
    super();
  }
}

@QueryHandler(ExportClocks)
export class ExportClocksHandler implements IQueryHandler<ExportClocks> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(StandardsReader) private readonly standards: StandardsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ filter }: ExportClocks): Promise<readonly ClockTableRow[]> {
    const rows = await this.#select(filter).getMany();
    if (rows.length > MOST_ROWS)
      throw fail('invalid-parameter', `More than ${MOST_ROWS} clocks: ask for fewer at a time`);
    const book = await this.standards.read(new Set(rows.map(({ policyId }) => policyId)));
    const now = this.clock.now();
    return rows.map((clock) => ({ clock, standing: standingOf(clock, now, book) }));
  }

  #select({ clock: kind, owner, tier, caseType, outcome, from, to }: ClocksTableQuery) {
    const rows = this.dataSource.getRepository(CaseClockEntry).createQueryBuilder('row');
    whereEqual(rows, { kind, owner, tier, caseType, outcome });
    if (from !== undefined) rows.andWhere('row.startedAt >= :from', { from });
    if (to !== undefined) rows.andWhere('row.startedAt < :to', { to });
    return rows
      .orderBy('row.startedAt')
      .addOrderBy('row.key')
      .limit(MOST_ROWS + 1);
  }
}
