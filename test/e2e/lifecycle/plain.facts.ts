import { dayOf, type PlainDocument } from './plain.customer';

/** What the documents of a shop say of a customer up to a moment, in milliseconds since 1970. */
export interface Known {
  readonly documents: readonly PlainDocument[];
  readonly stage: string;
  /** Since when; absent before the first stage. */
  readonly sinceMs?: number;
  readonly atMs: number;
}

export type PlainValue = number | string | boolean | undefined;

/** Each fact is worked out anew from all documents. */
export function plainFact(name: string, known: Known): PlainValue {
  const fact = FACTS[name];
  if (fact === undefined) throw new Error(`the documents of a shop are not asked for ${name}`);
  return fact(known);
}

const none = (): number => 0;
const unknown = (): undefined => undefined;

const FACTS: Readonly<Record<string, (known: Known) => PlainValue>> = {
  daysSinceRegistered: (known) => daysSince(known, known.documents[0]?.atMs),
  orders: (known) => ordersOf(known).length,
  orders7: (known) => inWindow(ordersOf(known), known, 7).length,
  orders30: (known) => inWindow(ordersOf(known), known, 30).length,
  orders180: (known) => inWindow(ordersOf(known), known, 180).length,
  orderDays: (known) => orderDays(known).length,
  spend180Minor: (known) => inWindow(known.documents, known, 180).reduce((sum, { netPence }) => sum + netPence, 0),
  daysSinceFirstOrder: (known) => daysSince(known, ordersOf(known)[0]?.atMs),
  daysSinceLastOrder: (known) => daysSince(known, ordersOf(known).at(-1)?.atMs),
  meanDaysBetweenOrders: (known) => hundredths(meanGap(known)),
  overdueRatio: (known) => hundredths((daysSince(known, ordersOf(known).at(-1)?.atMs) ?? NaN) / meanGap(known)),
  daysInStage: (known) => daysSince(known, known.sinceMs),
  ordersInStage: ({ sinceMs, ...known }) =>
    sinceMs === undefined ? undefined : ordersOf(known).filter(({ atMs }) => atMs > sinceMs).length,
  stage: ({ stage }) => (stage === 'none' ? undefined : stage),
  contractual: () => false,
  contracts: none,
  openComplaints: none,
  complaints30: none,
  complaints180: none,
  lowRatings180: none,
  competitorContacts180: none,
  unansweredContacts30: none,
  logins30: none,
  logins180: none,
  anomalies30: none,
  daysToRenewal: unknown,
  daysSinceLastLogin: unknown,
  loginTrendPercent: unknown,
  renewalIntention: unknown,
  lastRating: unknown,
};

const ordersOf = ({ documents }: Pick<Known, 'documents'>): readonly PlainDocument[] =>
  documents.filter(({ isCancellation }) => !isCancellation);

const inWindow = (documents: readonly PlainDocument[], { atMs: nowMs }: Known, days: number) =>
  documents.filter(({ atMs }) => dayOf(atMs) > dayOf(nowMs) - days);

const daysSince = ({ atMs }: Known, eventMs: number | undefined): number | undefined =>
  eventMs === undefined ? undefined : dayOf(atMs) - dayOf(eventMs);

const orderDays = (known: Known): number[] => [...new Set(ordersOf(known).map(({ atMs }) => dayOf(atMs)))];

/** Between the first and the last day with an order; not a number where there is one day or none. */
function meanGap(known: Known): number {
  const days = orderDays(known);
  return days.length < 2 ? NaN : (Math.max(...days) - Math.min(...days)) / (days.length - 1);
}

const hundredths = (value: number): number | undefined =>
  Number.isFinite(value) ? Math.round(value * 100) / 100 : undefined;
