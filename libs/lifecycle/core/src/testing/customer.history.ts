import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Recorded } from '@tenure/kernel';
import type { LifecycleContent } from '@tenure/policy-contract';
import type { LifecyclePolicy } from '../lifecycle.policy';
import type { ReviewEvent } from '../lifecycle.review';

/** The lifecycle as it is shipped. */
export const shippedContent: LifecycleContent = (
  JSON.parse(
    readFileSync(join(__dirname, '../../../../../libs/policy/service/defaults/lifecycle.policy.json'), 'utf8'),
  ) as { readonly content: LifecycleContent }
).content;

export const policyOf = (
  content: LifecycleContent,
  version = 1,
  effectiveFrom = '2000-01-01T00:00:00Z',
): LifecyclePolicy => ({
  policyId: 'lifecycle',
  version,
  effectiveFrom,
  content,
});

export const shipped = policyOf(shippedContent);

const customerId = 'k-1';

/** As the log holds it, the n-th at position n. */
export function recorded(
  event: Pick<ReviewEvent, 'type' | 'data'>,
  occurredAt: string,
  number = 1,
): Recorded<ReviewEvent> {
  return {
    ...event,
    id: `event-${number}`,
    stream: `sample-${number}`,
    revision: 0n,
    position: BigInt(number),
    recordedAt: occurredAt,
    metadata: {
      commandId: `command-${number}`,
      correlationId: `command-${number}`,
      actor: 'anna',
      source: 'sample',
      occurredAt,
      schemaVersion: 1,
      customerId,
    },
  } as Recorded<ReviewEvent>;
}

type Happening = (at: string, number: number) => Pick<ReviewEvent, 'type' | 'data'>;

const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
const total = { amountMinor: 1_000, currency: 'CNY' };

export const registers: Happening = (registeredAt) => ({
  type: 'CustomerRegistered',
  data: { customerId, fieldSource: 'import', registeredAt },
});
export const orders: Happening = (purchasedAt, number) => ({
  type: 'PurchaseRecorded',
  data: { purchaseId: `p-${number}`, customerId, lines: [], total, purchasedAt },
});
export const logsIn: Happening = (loggedInAt, number) => ({
  type: 'CustomerLoggedIn',
  data: { signalId: `s-${number}`, customerId, loggedInAt },
});
export const agrees: Happening = (agreedAt, number) => ({
  type: 'ContractAgreed',
  data: {
    contractId: `c-${number}`,
    customerId,
    startsOn: dayAfter(agreedAt, 0),
    renewsOn: dayAfter(agreedAt, 100),
    agreedAt,
  },
});
const doubts: Happening = (statedAt, number) => ({
  type: 'RenewalIntentionStated',
  data: { signalId: `s-${number}`, customerId, intention: 'unlikely', by: 'li', statedAt },
});
const rates =
  (score: number): Happening =>
  (ratedAt, number) => ({
    type: 'ServiceRated',
    data: { signalId: `s-${number}`, customerId, score, of: 'delivery', ratedAt },
  });

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constant(orders) },
  { weight: 6, arbitrary: fc.constant(logsIn) },
  { weight: 1, arbitrary: fc.constant(registers) },
  { weight: 1, arbitrary: fc.constant(agrees) },
  { weight: 1, arbitrary: fc.constant(doubts) },
  { weight: 1, arbitrary: fc.constantFrom(rates(1), rates(5)) },
);

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2022, 0, 1);

/** Up to 25 events of one customer in the order of their moments, within some two years. */
export const history: fc.Arbitrary<readonly Recorded<ReviewEvent>[]> = fc
  .array(fc.tuple(happening, fc.oneof(fc.nat(20), fc.nat(24 * 20), fc.nat(24 * 160))), { minLength: 1, maxLength: 25 })
  .map((steps) => {
    let atMs = START_MS;
    return steps.map(([happens, hours], index) => {
      atMs += hours * HOUR_MS;
      const at = new Date(atMs).toISOString();
      return recorded(happens(at, index + 1), at, index + 1);
    });
  });

export const moment = (days: number): string => new Date(START_MS + days * 24 * HOUR_MS).toISOString();
