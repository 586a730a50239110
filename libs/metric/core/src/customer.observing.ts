import type { CustomerMetricId } from '@tenure/metric-contract';
import type { BoughtOnce, CustomerFacts } from './customer.facts';
import { heldAt, type Mergers } from './customer.standing';
import type { Lens } from './lens';
import type { MetricTally } from './metric.tally';

/** A customer as a window shows them, with those who had been merged into them by then. */
export interface CustomerSeen {
  readonly facts: CustomerFacts;
  readonly absorbed: readonly CustomerFacts[];
  readonly lens: Lens;
}

/** The moment that a metric of customers goes by for who is one, and of which tier. */
export const momentOf = (metricId: CustomerMetricId, { from, end }: Lens): number =>
  metricId === 'churn-rate' ? from - 1 : end;

/** The one definition of each metric of customers, but of the complaint rate. */
export const CUSTOMER_OBSERVING: Readonly<
  Record<Exclude<CustomerMetricId, 'complaint-rate'>, (seen: CustomerSeen, tally: MetricTally) => void>
> = {
  'churn-rate': ({ facts: { stages }, lens }, tally) => {
    const before = heldAt(stages, lens.from - 1);
    if (before === null || before === 'churned') return;
    tally.add(stages.some(({ is, at }) => is === 'churned' && lens.shows(at)) ? 1 : 0);
  },
  'repurchase-rate': (seen, tally) => {
    const days = daysOfBuying(seen);
    if (days > 0) tally.add(days > 1 ? 1 : 0);
  },
  'referral-share': ({ facts: { registeredAt, referrals }, lens }, tally) => {
    if (registeredAt === null || !lens.shows(Date.parse(registeredAt))) return;
    tally.add(heldAt(referrals, lens.asOf) === null ? 0 : 1);
  },
};

/** Whether somebody is a customer of their own at a moment. */
export const isThere = (customerId: string, sinceAt: number, mergers: Mergers, at: number): boolean =>
  sinceAt <= at && mergers.knownAs(customerId, at) === customerId;

const DAY_MS = 86_400_000;

/** Days (UTC) with a purchase that was not called off; more than one of them are not counted. */
function daysOfBuying({ facts, absorbed, lens }: CustomerSeen): number {
  let first: number | undefined;
  for (const { purchases } of [facts, ...absorbed]) {
    for (const purchase of purchases) {
      if (!counts(purchase, lens)) continue;
      const day = Math.floor(purchase.at / DAY_MS);
      if (first !== undefined && first !== day) return 2;
      first = day;
    }
  }
  return first === undefined ? 0 : 1;
}

const counts = ({ at, cancelledAt = Infinity }: BoughtOnce, lens: Lens): boolean =>
  lens.shows(at) && cancelledAt > lens.asOf;
