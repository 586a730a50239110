import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec } from '@tenure/composition';
import { EventHistory, EventStoreFeed } from '@tenure/event-store';
import type { StageEntered } from '@tenure/lifecycle-contract';
import type { PlainStay } from './plain.stages';

/** What the platform has recorded, by customer. */
export async function recordedStays(client: EventStoreDBClient): Promise<Map<string, PlainStay[]>> {
  const customers = new Map<string, PlainStay[]>();
  const unreadable = ({ reason }: { reason: string }) => {
    throw new Error(reason);
  };
  const history = new EventHistory(new EventStoreFeed(client, domainCodec, unreadable));
  for await (const events of history.read(['StageEntered'], new AbortController().signal)) {
    for (const { data } of events) {
      const { customerId, stage, enteredAt } = data as StageEntered;
      const stays = customers.get(customerId) ?? [];
      customers.set(customerId, [...stays, { stage, sinceMs: Date.parse(enteredAt) }]);
    }
  }
  return customers;
}
