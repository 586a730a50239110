import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHistory, UnreadableEventError, type Stored } from '@tenure/event-store';
import { Clock } from '@tenure/http';
import { caseClockCodec, type CaseClockEvent } from '@tenure/service-standard-contract';
import { standingOf } from '@tenure/service-standard-core';
import { DataSource } from 'typeorm';
import { CASE_CLOCKS_CATEGORY } from './case-clock.aggregate';
import { CaseClockEntry } from './case-clock.entity';
import { standingViewOf } from './case-queue.view';
import { eventViewOf } from './clock-history.events';
import type { CaseClockView, ClockEventView, ClockHistoryView } from './clock-history.view';
import { StandardsReader } from './standards.reader';

/** Undefined where no clock of such a case is known. */
export class GetClockHistory extends Query<ClockHistoryView | undefined> {
  constructor(readonly caseId: string) {
    super();
  }
}

@QueryHandler(GetClockHistory)
export class GetClockHistoryHandler implements IQueryHandler<GetClockHistory> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
    @Inject(StandardsReader) private readonly standards: StandardsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ caseId }: GetClockHistory): Promise<ClockHistoryView | undefined> {
    const [clocks, events] = await Promise.all([this.#clocks(caseId), this.#events(caseId)]);
    return events.length > 0 ? { caseId, clocks, events } : undefined;
  }

  async #clocks(caseId: string): Promise<CaseClockView[]> {
    const order = { startedAt: 'ASC', clockId: 'ASC' } as const;
    const rows = await this.dataSource.getRepository(CaseClockEntry).find({ where: { caseId }, order });
    const book = await this.standards.read(rows.map(({ policyId }) => policyId));
    const now = this.clock.now();
    return rows.map((row) => {
      const { startedAt, breachedAt, finishedAt, timeZone, pauses } = row;
      return {
        ...standingViewOf(row, standingOf(row, now, book)),
        startedAt,
        breachedAt,
        finishedAt,
        timeZone,
        pauses,
      };
    });
  }

  async #events(caseId: string): Promise<ClockEventView[]> {
    const stored = await readHistory(this.eventStore, [`${CASE_CLOCKS_CATEGORY}-${caseId}`]);
    return stored.map((event) => eventViewOf(decode(event), event));
  }
}

function decode({ type, data, metadata, stream, revision }: Stored): CaseClockEvent {
  const decoded = caseClockCodec.decode(type, metadata.schemaVersion, data);
  if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
  return decoded.event;
}
