import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tenure/http';
import { NOT_DUE, standingOf } from '@tenure/service-standard-core';
import { DataSource, In } from 'typeorm';
import { CaseClockEntry } from './case-clock.entity';
import { standingViewOf, type ClockStandingView } from './case-queue.view';
import { StandardsReader } from './standards.reader';

/** How the clocks of cases stand now. */
@Injectable()
export class CaseStandings {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(StandardsReader) private readonly standards: StandardsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By case; what is due first comes first, what is over last. */
  async of(caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClockStandingView[]>> {
    const rows = await this.dataSource.getRepository(CaseClockEntry).find({
      where: { caseId: In(caseIds) },
      order: { startedAt: 'ASC', clockId: 'ASC' },
    });
    const book = await this.standards.read(rows.map(({ policyId }) => policyId));
    const now = this.clock.now();
    const standings = new Map<string, ClockStandingView[]>();
    for (const row of rows) {
      const known = standings.get(row.caseId) ?? [];
      known.push(standingViewOf(row, standingOf(row, now, book)));
      standings.set(row.caseId, known);
    }
    for (const views of standings.values()) views.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    return standings;
  }
}

const orderOf = ({ state, dueAt }: ClockStandingView): string =>
  state === 'met' || state === 'cancelled' ? `${NOT_DUE}${NOT_DUE}` : (dueAt ?? NOT_DUE);
