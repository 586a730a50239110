import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { MayBeAbsent } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { JourneyRunEntry } from './journey-run.entity';
import { JOURNEY_RUN_STATUSES, runViewOf, type JourneyRunView } from './journey-run.view';

export class JourneyRunQuery extends PageQuery {
  @ApiPropertyOptional({ enum: JOURNEY_RUN_STATUSES })
  @MayBeAbsent()
  @IsIn(JOURNEY_RUN_STATUSES)
  readonly status?: (typeof JOURNEY_RUN_STATUSES)[number];
}

/** Runs of a journey or of a customer, the newest first. */
export class ListJourneyRuns extends Query<Page<JourneyRunView>> {
  constructor(
    readonly of: { readonly journeyId: string } | { readonly customerId: string },
    readonly filter: JourneyRunQuery,
  ) {
    super();
  }
}

@QueryHandler(ListJourneyRuns)
export class ListJourneyRunsHandler implements IQueryHandler<ListJourneyRuns> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ of, filter: { limit, cursor, status } }: ListJourneyRuns): Promise<Page<JourneyRunView>> {
    const rows = this.dataSource.getRepository(JourneyRunEntry).createQueryBuilder('row');
    whereEqual(rows, { ...of, status });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: JourneyRunEntry, by: 'enteredAt', key: 'runId', direction: 'DESC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: runViewOf, key: ({ runId }) => [runId] });
  }
}
