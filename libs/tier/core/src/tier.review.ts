import { isAfter, type Recorded } from '@tenure/kernel';
import { inForce } from '@tenure/policy-contract';
import type { TierEvent, TierInputs, TierPolicy } from '@tenure/tier-contract';
import {
  FACTS_EVENT_TYPES,
  foldFacts,
  noFacts,
  pruneFacts,
  type CustomerFacts,
  type FactsEvent,
} from './customer.facts';
import { nextReviewAt } from './next.review';
import { inputsAt } from './tier.inputs';
import { judgeTier } from './tier.judgement';

/** All that is needed to judge a customer again: when something happens, and when time alone may change the tier. */
export interface TierReview {
  readonly customerId: string;
  readonly facts: CustomerFacts;
  /** The tier given by the last judgement. */
  readonly tier?: string;
  /** The newest moment that was judged; nothing before it is judged any more. */
  readonly judgedAt?: string;
  readonly overriddenUntil?: string;
  /** What which policy said last, whatever a person has decided since. */
  readonly judged?: { readonly policyId: string; readonly tier: string };
  /** ISO 8601 UTC; absent where time alone changes nothing. */
  readonly nextReviewAt?: string;
}

/** A judgement that differs from the one before it. */
export interface TierVerdict {
  readonly customerId: string;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly tier: string;
  readonly inputs: TierInputs;
  readonly reasons: readonly string[];
  /** The moment in the business that is judged; ISO 8601. */
  readonly at: string;
  /** What led to it: an event's id, or `time`. */
  readonly cause: string;
}

export interface Reviewed {
  readonly review: TierReview;
  /** In the order of their moments. */
  readonly verdicts: readonly TierVerdict[];
}

export type ReviewEvent = FactsEvent | TierEvent;

export const REVIEW_EVENT_TYPES: readonly string[] = [...FACTS_EVENT_TYPES, 'TierOverridden', 'TierOverrideEnded'];

/** The policies of every currency; `fallbackPolicyId` judges customers whose spend is in a currency that has none. */
export interface TierPolicies {
  readonly fallbackPolicyId: string;
  readonly versions: ReadonlyMap<string, readonly TierPolicy[]>;
}

export const newReview = (customerId: string): TierReview => ({ customerId, facts: noFacts });

/** First what time brought about until the event, then the event itself. */
export function reviewOnEvent(before: TierReview, event: Recorded<ReviewEvent>, policies: TierPolicies): Reviewed {
  const due = reviewDue(before, event.metadata.occurredAt, policies);
  const { review, verdicts } = judgeAt(applied(due.review, event), event.metadata.occurredAt, event.id, policies);
  return { review, verdicts: [...due.verdicts, ...verdicts] };
}

/** What time alone brings about up to a moment (ISO 8601), each at its own time. */
export function reviewDue(before: TierReview, until: string, policies: TierPolicies): Reviewed {
  let review = before;
  const verdicts: TierVerdict[] = [];
  while (review.nextReviewAt !== undefined && !isAfter(review.nextReviewAt, until)) {
    const judged = judgeAt(review, review.nextReviewAt, 'time', policies);
    verdicts.push(...judged.verdicts);
    review = judged.review;
  }
  return { review, verdicts };
}

function applied(review: TierReview, event: ReviewEvent): TierReview {
  switch (event.type) {
    case 'TierOverridden':
      return { ...review, tier: event.data.tier, overriddenUntil: event.data.until };
    case 'TierOverrideEnded':
      return { ...review, tier: event.data.to, overriddenUntil: undefined };
    case 'TierAssigned':
    case 'TierChanged':
      return review;
    case 'CustomerRegistered':
    case 'CustomerProfileChanged':
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return { ...review, facts: foldFacts(review.facts, event) };
  }
}

function judgeAt(review: TierReview, moment: string, cause: string, policies: TierPolicies): Reviewed {
  const at = latest(review.judgedAt, moment);
  const policy = policyFor(review.facts, at, policies);
  if (!policy) return { review: { ...review, judgedAt: at, nextReviewAt: nextVersionAt(policies, at) }, verdicts: [] };
  const held = review.overriddenUntil !== undefined && isAfter(review.overriddenUntil, at);
  const facts = pruneFacts(review.facts, [...policies.versions.values()].flat(), at);
  const judged = {
    ...review,
    facts,
    judgedAt: at,
    nextReviewAt: earlier(
      nextReviewAt(policy, facts, at, review.overriddenUntil, heldUnder(policy, review)),
      nextVersionAt(policies, at),
    ),
  };
  if (held) return { review: judged, verdicts: [] };
  const inputs = inputsAt(facts, policy, at);
  const { tier, reasons } = judgeTier(policy, inputs, heldUnder(policy, review));
  const { policyId, version: policyVersion } = policy;
  const after = { ...judged, tier, judged: { policyId, tier }, overriddenUntil: undefined };
  // The end of an override has to be judged even where the tier stays the same.
  if (tier === review.tier && review.overriddenUntil === undefined) return { review: after, verdicts: [] };
  const { customerId } = review;
  return { review: after, verdicts: [{ customerId, policyId, policyVersion, tier, inputs, reasons, at, cause }] };
}

/** The tier that a customer would be in at a moment (ISO 8601), were these the policies; undefined where none would judge. */
export function tierUnder(review: TierReview, policies: TierPolicies, at: string): string | undefined {
  const policy = policyFor(review.facts, at, policies);
  return policy && judgeTier(policy, inputsAt(review.facts, policy, at), heldUnder(policy, review)).tier;
}

/** A policy's hysteresis holds on to what the policy itself has given. */
const heldUnder = ({ policyId }: TierPolicy, { judged }: TierReview): string | undefined =>
  judged?.policyId === policyId ? judged.tier : undefined;

/** When the next published version of any policy begins to hold; ISO 8601 UTC. */
function nextVersionAt({ versions }: TierPolicies, at: string): string | undefined {
  const atMs = Date.parse(at);
  const moments = [...versions.values()].flat().map(({ effectiveFrom }) => Date.parse(effectiveFrom));
  const next = Math.min(...moments.filter((moment) => moment > atMs));
  return Number.isFinite(next) ? new Date(next).toISOString() : undefined;
}

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && isAfter(one, other)) ? other : one;

/** The policy of the currency in which the customer bought last, else the one for everyone. */
function policyFor({ entries }: CustomerFacts, at: string, policies: TierPolicies): TierPolicy | undefined {
  const currency = entries.at(-1)?.currency;
  const ofCurrency = [...policies.versions.values()].find((versions) => versions.at(-1)?.currency === currency);
  const fallback = policies.versions.get(policies.fallbackPolicyId) ?? [];
  return inForce(ofCurrency ?? fallback, at) ?? inForce(fallback, at);
}

const latest = (known: string | undefined, moment: string): string =>
  known !== undefined && isAfter(known, moment) ? known : moment;
