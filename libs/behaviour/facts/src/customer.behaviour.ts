import type { LifecycleStage, RenewalIntention, RiskBand } from '@tenure/shared-contract';
import type { OrderHistory } from './order.history';
import type { Series } from './series';

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

/** What an event is folded into. Lists and objects in it may belong to others as well: they are replaced, never changed. */
export type BehaviourDraft = { -readonly [Field in keyof Required<CustomerBehaviour>]: CustomerBehaviour[Field] };

/** A behaviour that has one owner, whose daily counts are its own as well: it is changed where others are copied. */
export type OwnBehaviour = Omit<BehaviourDraft, Counter> & Record<Counter, number[] | undefined>;

/** Field by field, so that all of them have one shape whatever is known: spreading costs ten times as much. */
export const draftOf = (behaviour: CustomerBehaviour): BehaviourDraft => ({
  registeredOn: behaviour.registeredOn,
  kind: behaviour.kind,
  country: behaviour.country,
  tier: behaviour.tier,
  orderHistory: behaviour.orderHistory,
  spend: behaviour.spend,
  currency: behaviour.currency,
  lastLoginOn: behaviour.lastLoginOn,
  lastContactOn: behaviour.lastContactOn,
  lastRating: behaviour.lastRating,
  intention: behaviour.intention,
  openComplaints: behaviour.openComplaints,
  settledComplaints: behaviour.settledComplaints,
  contracts: behaviour.contracts,
  stage: behaviour.stage,
  risk: behaviour.risk,
  orders: behaviour.orders,
  returns: behaviour.returns,
  logins: behaviour.logins,
  featureUses: behaviour.featureUses,
  dwellSeconds: behaviour.dwellSeconds,
  anomalies: behaviour.anomalies,
  complaints: behaviour.complaints,
  ratings: behaviour.ratings,
  ratingPoints: behaviour.ratingPoints,
  lowRatings: behaviour.lowRatings,
  competitorContacts: behaviour.competitorContacts,
  unansweredContacts: behaviour.unansweredContacts,
});

/** A copy that shares no daily counts with the original. */
export const ownBehaviour = (behaviour: CustomerBehaviour): OwnBehaviour => ({
  ...draftOf(behaviour),
  orders: copyOf(behaviour.orders),
  returns: copyOf(behaviour.returns),
  logins: copyOf(behaviour.logins),
  featureUses: copyOf(behaviour.featureUses),
  dwellSeconds: copyOf(behaviour.dwellSeconds),
  anomalies: copyOf(behaviour.anomalies),
  complaints: copyOf(behaviour.complaints),
  ratings: copyOf(behaviour.ratings),
  ratingPoints: copyOf(behaviour.ratingPoints),
  lowRatings: copyOf(behaviour.lowRatings),
  competitorContacts: copyOf(behaviour.competitorContacts),
  unansweredContacts: copyOf(behaviour.unansweredContacts),
});

const copyOf = (series: Series | undefined): number[] | undefined => series?.slice();

export const isInForce = ({ startsOn, endsOn = Infinity }: ContractTerm, day: number): boolean =>
  startsOn <= day && day < endsOn;

export const laterOf = (known: number | undefined, day: number): number =>
  known !== undefined && known > day ? known : day;
