import { EventHistory } from '@tenure/event-store';
import { recordAll } from '@tenure/kernel/testing';
import type { Recorded } from '@tenure/kernel';
import { customerHistories } from './simulation.histories';

const loggedIn = (customerId: string) => ({
  type: 'CustomerLoggedIn',
  data: { signalId: 's', customerId, loggedInAt: '2024-05-01T09:00:00.000Z' },
});

/** Five logins of each customer, one after the other. */
const events: readonly Recorded[] = recordAll(
  Array.from({ length: 500 }, (_, index) => loggedIn(`customer-${index % 100}`)),
).map((event) => ({ ...event, metadata: { ...event.metadata, customerId: event.data.customerId } }));

async function read(mostEvents: number) {
  let readings = 0;
  const history = new EventHistory({
    async *batches() {
      readings += 1;
      yield { events: events.slice(0, 250), position: 249n, caughtUp: false };
      yield { events: events.slice(250), position: 499n, caughtUp: true };
    },
  });
  const found = new Map<string, readonly Recorded[]>();
  for await (const { customerId, events: own } of customerHistories(history, AbortSignal.timeout(10_000), mostEvents)) {
    expect(found.has(customerId)).toBe(false);
    found.set(customerId, own);
  }
  return { readings, found };
}

describe('the history, customer by customer', () => {
  it.each([
    ['at once where it fits into memory', 500, 1],
    ['in several readings where it does not', 120, 5],
    ['also where hardly anything fits', 5, 100],
  ])('is whole and in order: %s', async (_, mostEvents, fewestReadings) => {
    const { found, readings } = await read(mostEvents);
    expect(found.size).toBe(100);
    for (const [customerId, own] of found) {
      expect(own).toEqual(events.filter(({ metadata }) => metadata.customerId === customerId));
    }
    expect(readings).toBeGreaterThanOrEqual(fewestReadings);
    if (fewestReadings === 1) expect(readings).toBe(1);
  });
});
