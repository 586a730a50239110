import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { CustomerEvent } from '@tenure/customer-contract';
import { instant, type Projection, type Recorded } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { TierEvent } from '@tenure/tier-contract';
import type { BoughtOnce, CustomerFacts, Since } from './customer.facts';

export type CustomerMetricRow = CustomerFacts;

const HANDLED = [
  'CustomerRegistered',
  'CustomerProfileChanged',
  'CustomerMerged',
  'CustomerMergeUndone',
  'ComplaintOpened',
  'PurchaseRecorded',
  'PurchaseCancelled',
  'StageEntered',
  'TierAssigned',
  'TierChanged',
  'TierOverridden',
  'TierOverrideEnded',
] as const;

type Handled = Extract<
  CustomerEvent | ComplaintEvent | PurchaseEvent | LifecycleEvent | TierEvent,
  { type: (typeof HANDLED)[number] }
>;

/** What metrics count of each customer. */
export const metricCustomer: Projection<CustomerMetricRow, Handled> = {
  name: 'metric-customer',
  version: 1,
  handles: HANDLED,
  keysOf: (event) =>
    event.type === 'CustomerProfileChanged' && !saysWhoReferred(event) ? [] : [event.data.customerId],
  fold: (row, event, customerId) => {
    const known = row ?? newCustomer(customerId);
    return { ...known, ...changesOf(known, event) };
  },
};

type Changed = Extract<Handled, { type: 'CustomerProfileChanged' }>;

const saysWhoReferred = ({ data: { referredBy, cleared = [] } }: Changed): boolean =>
  referredBy !== undefined || cleared.includes('referredBy');

/** Nobody is there before something happened. */
const NEVER = '9999-12-31T00:00:00.000Z';

const newCustomer = (customerId: string): CustomerFacts => ({
  customerId,
  sinceAt: NEVER,
  registeredAt: null,
  referrals: [],
  purchases: [],
  stages: [],
  tiers: [],
  mergers: [],
});

function changesOf(known: CustomerFacts, event: Recorded<Handled>): Partial<CustomerFacts> {
  switch (event.type) {
    case 'CustomerRegistered':
      return registered(known, event.data);
    case 'CustomerProfileChanged':
      return { referrals: [...known.referrals, since<string>(event.data.referredBy ?? null, event.data.changedAt)] };
    case 'CustomerMerged':
      return { mergers: [...known.mergers, since(event.data.into, event.data.mergedAt)] };
    case 'CustomerMergeUndone':
      return { mergers: [...known.mergers, since<string>(null, event.data.undoneAt)] };
    case 'ComplaintOpened':
      return seen(known, event.data.openedAt);
    case 'PurchaseRecorded': {
      const { purchasedAt } = event.data;
      return { ...seen(known, purchasedAt), purchases: [...known.purchases, { at: Date.parse(purchasedAt) }] };
    }
    case 'PurchaseCancelled':
      return { purchases: withoutOne(known.purchases, event.data) };
    case 'StageEntered':
      return { stages: [...known.stages, since(event.data.stage, event.data.enteredAt)] };
    case 'TierAssigned':
    case 'TierChanged':
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return { tiers: [...known.tiers, tierOf(event)] };
  }
}

type TierMove = Extract<Handled, { type: TierEvent['type'] }>;

function tierOf({ type, data }: Recorded<TierMove>): Since<string> {
  switch (type) {
    case 'TierAssigned':
      return since(data.tier, data.judgedAt);
    case 'TierChanged':
      return since(data.to, data.judgedAt);
    case 'TierOverridden':
      return since(data.tier, data.overriddenAt);
    case 'TierOverrideEnded':
      return since(data.to ?? null, data.endedAt);
  }
}

function registered(
  known: CustomerFacts,
  { registeredAt, referredBy }: Extract<Handled, { type: 'CustomerRegistered' }>['data'],
): Partial<CustomerFacts> {
  const referrals = referredBy === undefined ? known.referrals : [...known.referrals, since(referredBy, registeredAt)];
  return { ...seen(known, registeredAt), registeredAt: instant(Date.parse(registeredAt)), referrals };
}

const seen = ({ sinceAt }: CustomerFacts, at: string): Pick<CustomerFacts, 'sinceAt'> => ({
  sinceAt: instant(Math.min(Date.parse(sinceAt), Date.parse(at))),
});

const since = <Value>(is: Value | null, at: string): Since<Value> => ({ is, at: Date.parse(at) });

/** Those of the same moment are alike: it makes no difference which of them was called off. */
function withoutOne(
  purchases: readonly BoughtOnce[],
  { purchasedAt, cancelledAt }: Extract<Handled, { type: 'PurchaseCancelled' }>['data'],
): readonly BoughtOnce[] {
  const at = Date.parse(purchasedAt);
  const index = purchases.findIndex((one) => one.at === at && one.cancelledAt === undefined);
  return index < 0 ? purchases : purchases.with(index, { at, cancelledAt: Date.parse(cancelledAt) });
}
