import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { headPosition } from '@tenure/event-store';
import { PositionWaiter } from '@tenure/http';
import type { SampledRecord } from '@tenure/service-record-contract';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';

/** How long whoever asks over HTTP waits for the read models. */
const WAIT_MS = 10_000;
const NO_TIER = 'none';

/** All service records of a week, complete up to the moment at which they are asked for. */
@Injectable()
export class WeekRecords {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
    @Inject(PositionWaiter) private readonly positions: PositionWaiter,
  ) {}

  /** `week` is an ISO 8601 week such as `2026-W47`; throws ProjectionBehindError where the read models lag too far. */
  async of(week: string, timeZone: string, waitMs = WAIT_MS): Promise<readonly SampledRecord[]> {
    const head = await headPosition(this.eventStore);
    if (head !== undefined) await this.positions.waitFor(head, ['service-register', 'served-customer'], waitMs);
    const monday = DateTime.fromISO(`${week}-1`, { zone: timeZone });
    return this.dataSource.query<SampledRecord[]>(
      `SELECT record.record_id AS "recordId", record.customer_id AS "customerId", record.responsible,
              COALESCE(customer.tier, $3) AS tier
       FROM service_register record LEFT JOIN served_customer customer USING (customer_id)
       WHERE record.served_at >= $1 AND record.served_at < $2 ORDER BY record.record_id`,
      [monday.toISO(), monday.plus({ weeks: 1 }).toISO(), NO_TIER],
    );
  }
}
