import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, cutPage, decodeCursor, type Page } from '@tenure/http';
import { NOT_DUE } from '@tenure/service-standard-core';
import { DataSource } from 'typeorm';
import { CaseQueueEntry } from './case-queue.entity';
import { restrict, type CaseQueueQuery } from './case-queue.filter';
import type { ClockStandingView, QueuedCaseView } from './case-queue.view';
import { CaseStandings } from './case.standings';

/** Cases that wait for somebody, what is due first at the top. */
export class ListCaseQueue extends Query<Page<QueuedCaseView>> {
  constructor(readonly filter: CaseQueueQuery) {
    super();
  }
}

@QueryHandler(ListCaseQueue)
export class ListCaseQueueHandler implements IQueryHandler<ListCaseQueue> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CaseStandings) private readonly standings: CaseStandings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ filter }: ListCaseQueue): Promise<Page<QueuedCaseView>> {
    const rows = await this.#rows(filter);
    const clocks = await this.standings.of(rows.slice(0, filter.limit).map(({ caseId }) => caseId));
    return cutPage(rows, filter.limit, {
      item: (row) => viewOf(row, clocks.get(row.caseId) ?? []),
      key: (row) => [dueOf(row, filter), row.caseId],
    });
  }

  #rows(filter: CaseQueueQuery): Promise<CaseQueueEntry[]> {
    const { limit, cursor, clock } = filter;
    const rows = this.dataSource.getRepository(CaseQueueEntry).createQueryBuilder('row');
    restrict(rows, filter, this.clock.now());
    const due = clock === undefined ? 'row.dueFirst' : `(row.dueByKind ->> '${clock}') COLLATE "C"`;
    const [dueAt, caseId] = decodeCursor(cursor, 2) ?? [];
    if (caseId !== undefined) rows.andWhere(`(${due}, row.caseId) > (:dueAt, :caseId)`, { dueAt, caseId });
    // A column that is selected under another name is no longer read into the entity.
    if (clock !== undefined) rows.addSelect(due, 'due_order');
    return rows
      .orderBy(clock === undefined ? due : 'due_order')
      .addOrderBy('row.caseId')
      .limit(limit + 1)
      .getMany();
  }
}

const dueOf = ({ dueFirst, dueByKind }: CaseQueueEntry, { clock }: CaseQueueQuery): string =>
  (clock && dueByKind[clock]) ?? dueFirst;

function viewOf(row: CaseQueueEntry, clocks: readonly ClockStandingView[]): QueuedCaseView {
  const { caseId, customerId, subject, channel, caseType, urgency, complexity, tier, owner, status, openedAt } = row;
  const dueFirst = row.dueFirst === NOT_DUE ? null : row.dueFirst;
  const kind = { caseType, urgency, complexity, tier };
  return { caseId, customerId, subject, channel, ...kind, owner, status, openedAt, dueFirst, clocks };
}
