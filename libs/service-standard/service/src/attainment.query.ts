import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock } from '@tenure/http';
import { CLOCK_KINDS, type ClockKind } from '@tenure/policy-contract';
import { ATTAINMENT_DIMENSIONS, attainmentTwice, type AttainmentDimension } from '@tenure/service-standard-core';
import { CASE_TYPES, IsId, MayBeAbsent, type CaseType } from '@tenure/shared-contract';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsIn, Matches } from 'class-validator';
import { DataSource } from 'typeorm';
import { judgedAttainment } from './attainment.judged';
import { restatedAttainment } from './attainment.restated';
import { totalOf, type AttainmentView } from './attainment.view';
import { StandardsReader } from './standards.reader';

export const ATTAINMENT_VIEWS = ['judged', 'restated', 'both'] as const;
const MONTH = { pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2013-07' };
const isMonth = (name: string) =>
  Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: `${name} must be a month, such as 2013-07` });

export class AttainmentQuery {
  @ApiPropertyOptional({
    type: String,
    default: 'kind',
    example: 'kind,month',
    description: `What it is told by, in that order: ${ATTAINMENT_DIMENSIONS.join(', ')}.`,
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(ATTAINMENT_DIMENSIONS, { each: true, message: `by must be some of ${ATTAINMENT_DIMENSIONS.join(', ')}` })
  @ArrayUnique()
  readonly by: readonly AttainmentDimension[] = ['kind'];

  @ApiPropertyOptional({
    ...MONTH,
    description: 'The first month in which clocks were decided, as their calendar has it.',
  })
  @MayBeAbsent()
  @isMonth('from')
  readonly from?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'The last one.' })
  @MayBeAbsent()
  @isMonth('to')
  readonly to?: string;

  @ApiPropertyOptional({ enum: CLOCK_KINDS })
  @MayBeAbsent()
  @IsIn(CLOCK_KINDS)
  readonly clock?: ClockKind;

  @ApiPropertyOptional({ example: 'A' })
  @MayBeAbsent()
  @IsId()
  readonly tier?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly owner?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES })
  @MayBeAbsent()
  @IsIn(CASE_TYPES)
  readonly caseType?: CaseType;

  @ApiPropertyOptional({ description: 'Only what is judged by this standard.' })
  @MayBeAbsent()
  @IsId()
  readonly policyId?: string;

  @ApiPropertyOptional({
    enum: ATTAINMENT_VIEWS,
    default: 'judged',
    description: 'As judged then, restated as if today’s policies had always been, or both side by side.',
  })
  @IsIn(ATTAINMENT_VIEWS)
  readonly view: (typeof ATTAINMENT_VIEWS)[number] = 'judged';
}

export class GetAttainment extends Query<AttainmentView> {
  constructor(readonly query: AttainmentQuery) {
    super();
  }
}

@QueryHandler(GetAttainment)
export class GetAttainmentHandler implements IQueryHandler<GetAttainment> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(StandardsReader) private readonly standards: StandardsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ query }: GetAttainment): Promise<AttainmentView> {
    const { view, by } = query;
    const asOf = this.clock.now();
    const judged = view === 'restated' ? [] : await judgedAttainment(this.dataSource, query);
    const restated = view === 'judged' ? [] : await this.#restated(query, asOf);
    const groups = attainmentTwice(judged, restated, by);
    return { by, view, asOf, groups, total: totalOf(groups) };
  }

  async #restated(query: AttainmentQuery, now: string) {
    const rows: { id: string | null }[] = await this.dataSource.query(
      'SELECT DISTINCT policy_id AS id FROM case_clock',
    );
    const book = await this.standards.read(rows.map(({ id }) => id));
    return restatedAttainment(this.dataSource, query, book, now);
  }
}
