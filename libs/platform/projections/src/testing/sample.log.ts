import * as fc from 'fast-check';
import type { SampleEvent, SampleRecorded } from './sample.projections';

const START_MS = Date.UTC(2024, 0, 1);

/** Gives events their places in a log: every position is 10 beyond the one before. */
export function record(events: readonly SampleEvent[], startAt = 1): SampleRecorded[] {
  return events.map((event, index) => {
    const number = startAt + index;
    const at = new Date(START_MS + number * 1000).toISOString();
    return {
      ...event,
      id: `event-${number}`,
      stream: 'account-1',
      revision: BigInt(number),
      position: BigInt(number) * 10n,
      recordedAt: at,
      metadata: {
        commandId: `command-${number}`,
        correlationId: 'sample',
        actor: 'test',
        source: 'test',
        schemaVersion: 1,
        // An offset other than UTC's, which comes back differently from how it went in.
        occurredAt: at.replace('.000Z', '+00:00'),
      },
    };
  });
}

const account = fc.integer({ min: 0, max: 25 }).map((number) => `account ${number}`);
const amountMinor = fc.integer({ min: -1000, max: 100_000 });

export const sampleEvents = (maxLength: number): fc.Arbitrary<SampleEvent[]> =>
  fc.array(
    fc.oneof(
      fc.record({
        type: fc.constant('AccountOpened' as const),
        data: fc.record({ account, name: fc.string({ unit: 'binary' }) }),
      }),
      fc.record({ type: fc.constant('AmountPaid' as const), data: fc.record({ account, amountMinor }) }),
      fc.record({
        type: fc.constant('AmountMoved' as const),
        data: fc.record({ from: account, to: account, amountMinor }),
      }),
    ),
    { maxLength, minLength: 1 },
  );

/** `count` payments over `accounts` accounts. */
export const payments = (count: number, accounts: number): SampleEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'AmountPaid',
    data: { account: `account ${index % accounts}`, amountMinor: index },
  }));
