import type { EventStoreDBClient } from '@eventstore/db-client';
import type { StageEntered } from '@tenure/lifecycle-contract';
import type { PlainStay } from './plain.stages';

/** What the platform has recorded, by customer. */
export async function recordedStays(client: EventStoreDBClient): Promise<Map<string, PlainStay[]>> {
  const customers = new Map<string, PlainStay[]>();
  for await (const { event } of client.readAll()) {
    if (event?.type !== 'StageEntered') continue;
    const { customerId, stage, enteredAt } = event.data as unknown as StageEntered;
    const stays = customers.get(customerId) ?? [];
    customers.set(customerId, [...stays, { stage, sinceMs: Date.parse(enteredAt) }]);
  }
  return customers;
}
