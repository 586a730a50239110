import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { readHistory, type Stored } from '@tenure/event-store';
import { DataSource } from 'typeorm';
import { CustomerTimelineEntry } from './customer-timeline.entity';

/** Which of a customer's events; all where nothing is said. */
export interface EventRange {
  /** Excluded. */
  readonly after?: string;
  /** Included. */
  readonly upTo?: string;
  /** Business time; included. */
  readonly occurredUpTo?: string;
  readonly limit?: number;
}

/**
 * A customer's events as the event store has them, in the order of the log. The timeline knows in which streams they
 * are, so it has to be as far as the reader wants to see.
 */
@Injectable()
export class CustomerEventsReader {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  async read(customerId: string, range: EventRange): Promise<Stored[]> {
    const places = await this.#placesOf(customerId, range);
    const wanted = new Set(places.map(({ position }) => position));
    const events = await readHistory(this.eventStore, [...new Set(places.map(({ stream }) => stream))]);
    return events.filter(({ position }) => wanted.has(position));
  }

  #placesOf(
    customerId: string,
    { after, upTo, occurredUpTo, limit }: EventRange,
  ): Promise<Pick<CustomerTimelineEntry, 'position' | 'stream'>[]> {
    const rows = this.dataSource
      .getRepository(CustomerTimelineEntry)
      .createQueryBuilder('row')
      .select(['row.position', 'row.stream'])
      .where('row.customerId = :customerId', { customerId })
      .orderBy('row.position');
    if (after !== undefined) rows.andWhere('row.position > :after::bigint', { after });
    if (upTo !== undefined) rows.andWhere('row.position <= :upTo::bigint', { upTo });
    if (occurredUpTo !== undefined) rows.andWhere('row.occurredAt <= :occurredUpTo::timestamptz', { occurredUpTo });
    if (limit !== undefined) rows.take(limit);
    return rows.getMany();
  }
}
