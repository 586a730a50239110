import type { LifecycleStage, RenewalIntention, RiskBand } from '@tenure/shared-contract';
import type { OrderHistory } from './order.history';
import { added, type Series } from './series';

/** What is counted by day. */
export type Counter =
  | 'orders'
  | 'returns'
  | 'logins'
  | 'featureUses'
  | 'dwellSeconds'
  | 'anomalies'
  | 'complaints'
  | 'ratings'
  | 'ratingPoints'
  | 'lowRatings'
  | 'competitorContacts'
  | 'unansweredContacts';

/**
 * What facts about a customer are worked out of. Plain JSON; days are counted from 1970-01-01 (UTC), `…Ms` are
 * milliseconds since then. Nothing in it is personal.
 */
export interface CustomerBehaviour extends Readonly<Partial<Record<Counter, Series>>> {
  readonly registeredOn?: number;
  readonly kind?: string;
  readonly country?: string;
  readonly tier?: string;
  readonly orderHistory?: OrderHistory;
  /** Purchases less returns and what was called off, in minor units, by currency. */
  readonly spend?: Readonly<Record<string, Series>>;
  /** Of the newest purchase, called off or not. */
  readonly currency?: { readonly code: string; readonly atMs: number };
  readonly lastLoginOn?: number;
  readonly lastContactOn?: number;
  readonly lastRating?: { readonly score: number; readonly atMs: number };
  readonly intention?: { readonly is: RenewalIntention; readonly atMs: number };
  readonly openComplaints?: readonly string[];
  /** Those settled last, as they may be reopened. */
  readonly settledComplaints?: readonly string[];
  readonly contracts?: Readonly<Record<string, ContractTerm>>;
  readonly stage?: { readonly is: LifecycleStage; readonly sinceMs: number };
  readonly risk?: { readonly band: RiskBand; readonly score: number; readonly atMs: number };
}

/** In days: in force from `startsOn` until before `endsOn`; renewed on `renewsOn` unless its end is known. */
export interface ContractTerm {
  readonly startsOn: number;
  readonly renewsOn: number;
  readonly endsOn?: number;
}

/** Of whom nothing is known. */
export const noBehaviour: CustomerBehaviour = {};

export function counted(behaviour: CustomerBehaviour, counter: Counter, day: number, amount = 1): CustomerBehaviour {
  return { ...behaviour, [counter]: added(behaviour[counter], day, amount) };
}

export const isInForce = ({ startsOn, endsOn = Infinity }: ContractTerm, day: number): boolean =>
  startsOn <= day && day < endsOn;

export const laterOf = (known: number | undefined, day: number): number =>
  known !== undefined && known > day ? known : day;
