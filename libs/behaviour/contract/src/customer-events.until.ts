import type { DomainEvent } from '@tenure/kernel';

/** A Nest token for the events of one customer, of whatever domain; bound for the whole application. */
export abstract class CustomerEventsUntil {
  /** In the order of the log: what happened in the business up to a moment (ISO 8601), this included. */
  abstract read(customerId: string, at: string): Promise<readonly DomainEvent[]>;
}
