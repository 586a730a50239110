import type { NumberFact } from '@tenure/behaviour-contract';
import type { Counter, CustomerBehaviour } from './customer.behaviour';
import { dayOfMs } from './epoch.day';
import { firstOrderMs, lastOrderMs, ordersAfter, ordersOf } from './order.history';
import { daysToRenewal, contractsInForce } from './renewal';
import { sumBetween, type Series } from './series';

/**
 * Where a fact comes from, which says when time alone changes it: never; by so much every day, from a day on; when
 * something enters or leaves a window; or on the days of the contracts.
 */
export type NumberSource =
  | { readonly changes: 'never'; readonly value: (behaviour: CustomerBehaviour) => number | undefined }
  | DailySource
  | WindowSource
  | { readonly changes: 'contracts'; readonly value: ValueOnDay };

export type ValueOnDay = (behaviour: CustomerBehaviour, day: number) => number | undefined;

/** Grows, or at least never falls. */
export interface DailySource {
  readonly changes: 'daily';
  readonly value: ValueOnDay;
  /** From when it counts, and how much it grows by in a day, but for rounding. */
  readonly growth: (behaviour: CustomerBehaviour) => { readonly from: number; readonly perDay: number } | undefined;
}

export interface WindowSource {
  readonly changes: 'windows';
  readonly value: ValueOnDay;
  readonly windows: readonly Window[];
  /** What the sums of the windows give, in their order. */
  readonly of: (first: number, second: number) => number | undefined;
}

export interface Window {
  readonly seriesOf: (behaviour: CustomerBehaviour) => Series | undefined;
  readonly days: number;
}

const never = (value: (behaviour: CustomerBehaviour) => number | undefined): NumberSource => ({
  changes: 'never',
  value,
});

const daysSince = (from: (behaviour: CustomerBehaviour) => number | undefined): DailySource => ({
  changes: 'daily',
  growth: (behaviour) => {
    const since = from(behaviour);
    return since === undefined ? undefined : { from: since, perDay: 1 };
  },
  value: (behaviour, day) => {
    const since = from(behaviour);
    return since === undefined ? undefined : Math.max(0, day - since);
  },
});

function ofWindows(windows: readonly [Window, Window?], of: WindowSource['of']): WindowSource {
  const [first, second] = windows;
  const sumOf = ({ seriesOf, days }: Window, behaviour: CustomerBehaviour, day: number) =>
    sumBetween(seriesOf(behaviour), day - days + 1, day);
  return {
    changes: 'windows',
    windows: second ? [first, second] : [first],
    of,
    value: (behaviour, day) => of(sumOf(first, behaviour, day), second ? sumOf(second, behaviour, day) : 0),
  };
}

const windowOf = (counter: Counter, days: number): Window => ({ seriesOf: (behaviour) => behaviour[counter], days });

const inWindow = (counter: Counter, days: number): WindowSource => ofWindows([windowOf(counter, days)], (sum) => sum);

const minutesInWindow = (counter: Counter, days: number): WindowSource =>
  ofWindows([windowOf(counter, days)], (seconds) => Math.floor(seconds / 60));

/** To the hundredth, as people read them; undefined where there is nothing to divide by. */
const quotient = (dividend: number | undefined, divisor: number | undefined): number | undefined =>
  dividend === undefined || divisor === undefined || divisor <= 0
    ? undefined
    : Math.round((dividend / divisor) * 100) / 100;

const maybeDay = (atMs: number | undefined): number | undefined => (atMs === undefined ? undefined : dayOfMs(atMs));

const firstOrderOn = ({ orderHistory }: CustomerBehaviour) => maybeDay(orderHistory && firstOrderMs(orderHistory));
const lastOrderOn = ({ orderHistory }: CustomerBehaviour) => maybeDay(orderHistory && lastOrderMs(orderHistory));

/** Not rounded. */
function daysBetweenOrders(behaviour: CustomerBehaviour): number | undefined {
  const first = firstOrderOn(behaviour);
  const last = lastOrderOn(behaviour);
  const { days = 0 } = behaviour.orderHistory ?? {};
  return first === undefined || last === undefined || days < 2 ? undefined : (last - first) / (days - 1);
}

const spendOf = ({ spend, currency }: CustomerBehaviour): Series | undefined => spend?.[currency?.code ?? ''];

const inSpend = (days: number): WindowSource => ofWindows([{ seriesOf: spendOf, days }], (sum) => sum);

const meanRating = (days: number): WindowSource =>
  ofWindows([windowOf('ratingPoints', days), windowOf('ratings', days)], quotient);

export const NUMBER_SOURCES: Readonly<Record<NumberFact, NumberSource>> = {
  daysSinceRegistered: daysSince(({ registeredOn }) => registeredOn),
  contracts: { changes: 'contracts', value: contractsInForce },
  daysToRenewal: { changes: 'contracts', value: daysToRenewal },
  orders: never(({ orderHistory }) => (orderHistory ? ordersOf(orderHistory) : 0)),
  orders7: inWindow('orders', 7),
  orders30: inWindow('orders', 30),
  orders180: inWindow('orders', 180),
  orderDays: never(({ orderHistory }) => orderHistory?.days ?? 0),
  spend180Minor: inSpend(180),
  returns180: inWindow('returns', 180),
  returnsPercent180: ofWindows([windowOf('returns', 180), windowOf('orders', 180)], (returns, orders) =>
    quotient(100 * returns, orders),
  ),
  daysSinceFirstOrder: daysSince(firstOrderOn),
  daysSinceLastOrder: daysSince(lastOrderOn),
  meanDaysBetweenOrders: never((behaviour) => quotient(daysBetweenOrders(behaviour), 1)),
  overdueRatio: {
    changes: 'daily',
    growth: (behaviour) => {
      const from = lastOrderOn(behaviour);
      const mean = daysBetweenOrders(behaviour);
      return from === undefined || mean === undefined ? undefined : { from, perDay: 1 / mean };
    },
    value: (behaviour, day) =>
      quotient(Math.max(0, day - (lastOrderOn(behaviour) ?? day)), daysBetweenOrders(behaviour)),
  },
  logins7: inWindow('logins', 7),
  logins30: inWindow('logins', 30),
  logins180: inWindow('logins', 180),
  daysSinceLastLogin: daysSince(({ lastLoginOn }) => lastLoginOn),
  loginTrendPercent: ofWindows([windowOf('logins', 30), windowOf('logins', 180)], (recent, all) =>
    quotient(100 * (recent - all / 6), all / 6),
  ),
  featureUses7: inWindow('featureUses', 7),
  featureUses30: inWindow('featureUses', 30),
  featureUses180: inWindow('featureUses', 180),
  dwellMinutes7: minutesInWindow('dwellSeconds', 7),
  dwellMinutes30: minutesInWindow('dwellSeconds', 30),
  dwellMinutes180: minutesInWindow('dwellSeconds', 180),
  anomalies30: inWindow('anomalies', 30),
  anomalies180: inWindow('anomalies', 180),
  complaints30: inWindow('complaints', 30),
  complaints180: inWindow('complaints', 180),
  openComplaints: never(({ openComplaints }) => openComplaints?.length ?? 0),
  lowRatings180: inWindow('lowRatings', 180),
  lastRating: never(({ lastRating }) => lastRating?.score),
  meanRating180: meanRating(180),
  competitorContacts180: inWindow('competitorContacts', 180),
  unansweredContacts30: inWindow('unansweredContacts', 30),
  unansweredContacts180: inWindow('unansweredContacts', 180),
  daysSinceLastContact: daysSince(({ lastContactOn }) => lastContactOn),
  daysInStage: daysSince(({ stage }) => maybeDay(stage?.sinceMs)),
  ordersInStage: never(({ stage, orderHistory }) =>
    stage === undefined ? undefined : orderHistory ? ordersAfter(orderHistory, stage.sinceMs) : 0,
  ),
  riskScore: never(({ risk }) => risk?.score),
};

const counts = <Name extends Counter>(counter: Name) =>
  [counter, (days: number): WindowSource => inWindow(counter, days)] as const;

/** What windows of any length can be had of; more of them than are facts by name. */
export const WINDOWS = [
  counts('orders'),
  ['spendMinor', inSpend],
  counts('returns'),
  counts('logins'),
  counts('featureUses'),
  ['dwellMinutes', (days: number) => minutesInWindow('dwellSeconds', days)],
  counts('anomalies'),
  counts('complaints'),
  counts('ratings'),
  ['meanRating', meanRating],
  counts('lowRatings'),
  counts('competitorContacts'),
  counts('unansweredContacts'),
] as const satisfies readonly (readonly [name: string, sourceOf: (days: number) => WindowSource])[];
export type WindowedName = (typeof WINDOWS)[number][0];
