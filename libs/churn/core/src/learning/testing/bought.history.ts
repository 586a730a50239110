import type { BehaviourEvent } from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import { addDays } from '../learning.period';

/** As if it were recorded at noon of the day. */
function recorded<Event extends BehaviourEvent>(event: Event, day: string): Recorded<Event> {
  const at = `${day}T12:00:00.000Z`;
  const metadata = { commandId: 'c', correlationId: 'c', actor: 'a', source: 's', occurredAt: at, schemaVersion: 1 };
  return { ...event, id: 'e', stream: 's-1', revision: 0n, position: 0n, recordedAt: at, metadata };
}

const total = { amountMinor: 1_000, currency: 'GBP' };

type Bought = Extract<BehaviourEvent, { type: 'PurchaseRecorded' }>;

export const bought = (customerId: string, day: string): Recorded<Bought> => {
  const data = {
    purchaseId: `${customerId}-${day}`,
    customerId,
    lines: [],
    total,
    purchasedAt: `${day}T12:00:00.000Z`,
  };
  return recorded({ type: 'PurchaseRecorded', data }, day);
};

export const withdrawn = ({ data }: Recorded<Bought>, day: string): Recorded<BehaviourEvent> => {
  const { purchaseId, customerId, purchasedAt } = data;
  const cancelledAt = `${day}T12:00:00.000Z`;
  const cancelled = { purchaseId, customerId, reason: 'r', total, purchasedAt, cancelledAt };
  return recorded({ type: 'PurchaseCancelled', data: cancelled }, day);
};

/** Agreed on a day, for two years. */
export const agreed = (customerId: string, day: string): Recorded<BehaviourEvent> => {
  const term = { startsOn: day, renewsOn: addDays(day, 730), agreedAt: `${day}T12:00:00.000Z` };
  return recorded({ type: 'ContractAgreed', data: { contractId: customerId, customerId, ...term } }, day);
};

/** Half of them buy every two weeks or so to the end, half stop one after the other on the way. */
export function customersOfTwoKinds(
  customers: number,
  from: string,
  days: number,
): readonly Recorded<BehaviourEvent>[] {
  return Array.from({ length: customers }, (_, index) => {
    const lastDay = index % 2 === 0 ? days : 40 + ((index * 37) % (days - 60));
    const every = 12 + (index % 7);
    const orders = Math.floor(lastDay / every);
    return Array.from({ length: orders }, (_one, order) => bought(`k-${index}`, addDays(from, order * every)));
  }).flat();
}
