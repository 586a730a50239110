import type { RetailDocument } from '@tenure/import/testing';
import { DateTime } from 'luxon';

export const DAY_MS = 86_400_000;

/** An invoice or a cancellation, at its moment in milliseconds since 1970. */
export interface PlainDocument {
  readonly atMs: number;
  readonly isCancellation: boolean;
  readonly netPence: number;
}

/** Documents by customer, the earliest first; those of one moment as they come in the files. */
export function plainCustomers(documents: readonly RetailDocument[]): Map<string, PlainDocument[]> {
  const customers = new Map<string, PlainDocument[]>();
  for (const { customerId, localTime, isCancellation, netPence } of documents) {
    const atMs = DateTime.fromFormat(localTime, 'yyyy-MM-dd HH:mm:ss', { zone: 'Europe/London' }).toMillis();
    const known = customers.get(customerId);
    if (known) known.push({ atMs, isCancellation, netPence });
    else customers.set(customerId, [{ atMs, isCancellation, netPence }]);
  }
  for (const own of customers.values()) own.sort((one, other) => one.atMs - other.atMs);
  return customers;
}

/** Days since 1970 (UTC). */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);
