import {
  BEHAVIOUR_EVENT_TYPES,
  foldInto,
  mayMoveDates,
  noBehaviour,
  ownBehaviour,
  type BehaviourEvent,
} from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { Milestone } from '@tenure/policy-contract';
import { judgeAt, type Cause } from './lifecycle.judging';
import { rulesAt, rulesOf, type LifecyclePolicy } from './lifecycle.policy';
import { DAY_MS, dayAt, momentAt, momentOf, type Moment } from './moment';
import { ownReview, type LifecycleReview, type LifecycleVerdict, type OwnReview, type Reviewed } from './review.state';

/** What is known of a customer, and what was recorded of the judging itself: it tells how far time had been judged. */
export type ReviewEvent = FoldedEvent | LifecycleEvent;
type FoldedEvent = Exclude<BehaviourEvent, { type: LifecycleEvent['type'] }>;

const OWN_EVENTS: readonly string[] = [
  'StageEntered',
  'MilestoneReached',
  'CustomerDateDue',
] satisfies LifecycleEvent['type'][];

export const REVIEW_EVENT_TYPES: readonly string[] = [...new Set([...BEHAVIOUR_EVENT_TYPES, ...OWN_EVENTS])];

/**
 * First what time brought about until the event, each at its own moment, then the event itself; one that is earlier than
 * what was judged is judged together with it. `policies` ascend by version. The very same review where nothing changed.
 */
export const reviewOnEvent = (
  before: LifecycleReview,
  event: Recorded<ReviewEvent>,
  policies: readonly LifecyclePolicy[],
): Reviewed => reviewed(before, (review) => judgeEvent(review, event, policies));

/**
 * What time alone brings about up to a moment (ISO 8601), and versions that came into force, each at its own time. The very
 * same review where nothing was due.
 */
export const reviewDue = (before: LifecycleReview, until: string, policies: readonly LifecyclePolicy[]): Reviewed =>
  reviewed(before, (review) => judgeDue(review, until, policies));

function reviewed(before: LifecycleReview, judge: (review: OwnReview) => Verdicts): Reviewed {
  const review = ownReview(before);
  const verdicts = judge(review);
  return verdicts ? { review, verdicts } : { review: before, verdicts: NO_VERDICTS };
}

/** In the order of their moments; undefined where the review is as it was. */
type Verdicts = readonly LifecycleVerdict[] | undefined;

/** {@link reviewOnEvent} in the review itself, for who keeps many of them: without a copy for each event. */
export function judgeEvent(
  review: OwnReview,
  event: Recorded<ReviewEvent>,
  policies: readonly LifecyclePolicy[],
): Verdicts {
  const occurred = momentOf(event.metadata.occurredAt);
  const due = judgeUntil(review, occurred.ms, policies);
  if (isOwn(event)) return due;
  const judged = judgeOn(review, event, occurred, policies);
  return due && due.length > 0 ? [...due, ...judged] : judged;
}

function judgeOn(
  review: OwnReview,
  event: Recorded<FoldedEvent>,
  occurred: Moment,
  policies: readonly LifecyclePolicy[],
): readonly LifecycleVerdict[] {
  const { judgedMs = -Infinity } = review;
  const at = judgedMs > occurred.ms ? momentAt(judgedMs) : occurred;
  const mayMove = fold(review, event);
  if (mayMove || !isUntouched(review, event.type, at.ms, policies)) {
    return judgeAt(review, at, { id: event.id, isEvent: true, mayMoveDates: mayMove }, policies);
  }
  review.judgedMs = at.ms;
  return NO_VERDICTS;
}

/** {@link reviewDue} in the review itself. */
export const judgeDue = (review: OwnReview, until: string, policies: readonly LifecyclePolicy[]): Verdicts =>
  judgeUntil(review, Date.parse(until), policies);

/** Whether days of the customer's own may be others than before. */
function fold(review: OwnReview, event: Recorded<FoldedEvent>): boolean {
  const behaviour = (review.behaviour ??= ownBehaviour(noBehaviour));
  const { registeredOn, contracts, orderHistory } = behaviour;
  foldInto(behaviour, event);
  return mayMoveDates({ registeredOn, contracts, orderHistory }, behaviour);
}

/**
 * Whether nothing is asked of the customer that an event of the type may have changed, and nothing is due by time: what was
 * judged last holds then. But where stages were entered at that moment, one may have waited for the next.
 */
function isUntouched(
  { policyVersion, enteredThen, nextReviewOn = Infinity, stage, milestones }: OwnReview,
  type: BehaviourEvent['type'],
  atMs: number,
  policies: readonly LifecyclePolicy[],
): boolean {
  const rules = rulesAt(policies, atMs);
  if (rules?.version !== policyVersion || enteredThen !== undefined || dayAt(atMs) >= nextReviewOn) return false;
  const asking = rules.asking.get(type);
  return !asking || !(asking.from.has(stage) || asking.milestones.some((one) => isAwaited(one, milestones)));
}

const isAwaited = ({ milestoneId, repeats }: Milestone, known: OwnReview['milestones']): boolean =>
  repeats === 'each-time' || known[milestoneId] === undefined || known[milestoneId].times === 0;

function judgeUntil(review: OwnReview, untilMs: number, policies: readonly LifecyclePolicy[]): Verdicts {
  let verdicts: Verdicts;
  for (;;) {
    const versionMs = nextVersionMs(review, policies);
    const dueMs = (review.nextReviewOn ?? Infinity) * DAY_MS;
    const atMs = Math.min(versionMs, dueMs);
    if (atMs > untilMs || atMs === Infinity) return verdicts;
    const judged = judgeAt(review, momentAt(atMs), atMs === versionMs ? BY_POLICY : BY_TIME, policies);
    verdicts = verdicts && verdicts.length > 0 ? [...verdicts, ...judged] : judged;
  }
}

/** When the next version is to judge a customer who was judged by one before it; infinite where there is none. */
function nextVersionMs({ judgedMs, policyVersion }: LifecycleReview, policies: readonly LifecyclePolicy[]): number {
  if (judgedMs === undefined || (policies.at(-1)?.version ?? 0) <= policyVersion) return Infinity;
  const next = policies.find(({ version }) => version > policyVersion);
  return next ? Math.max(judgedMs, rulesOf(next).effectiveMs) : Infinity;
}

const NO_VERDICTS: readonly LifecycleVerdict[] = [];
const BY_TIME: Cause = { id: 'time', isEvent: false, mayMoveDates: false };
const BY_POLICY: Cause = { id: 'policy', isEvent: false, mayMoveDates: false };

const isOwn = (event: Recorded<ReviewEvent>): event is Recorded<LifecycleEvent> => OWN_EVENTS.includes(event.type);
