import { BEHAVIOUR_EVENT_TYPES, foldBehaviour, mayMoveDates, type BehaviourEvent } from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import { judgeAt, type Cause } from './lifecycle.judging';
import { rulesOf, type LifecyclePolicy } from './lifecycle.policy';
import { DAY_MS, momentAt, momentOf } from './moment';
import type { LifecycleReview, LifecycleVerdict, Reviewed } from './review.state';

/** What is known of a customer, and what was recorded of the judging itself: it tells how far time had been judged. */
export type ReviewEvent = Exclude<BehaviourEvent, { type: LifecycleEvent['type'] }> | LifecycleEvent;

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
export function reviewOnEvent(
  before: LifecycleReview,
  event: Recorded<ReviewEvent>,
  policies: readonly LifecyclePolicy[],
): Reviewed {
  const occurred = momentOf(event.metadata.occurredAt);
  const due = reviewUntil(before, occurred.ms, policies);
  if (isOwn(event)) return due;
  const known = due.review.behaviour;
  const behaviour = foldBehaviour(known, event);
  const { judgedMs = -Infinity } = due.review;
  const at = judgedMs > occurred.ms ? momentAt(judgedMs) : occurred;
  const cause: Cause = { id: event.id, isEvent: true, mayMoveDates: mayMoveDates(known, behaviour) };
  const judged = judgeAt(due.review, behaviour, at, cause, policies);
  return due.verdicts.length === 0 ? judged : { ...judged, verdicts: [...due.verdicts, ...judged.verdicts] };
}

/**
 * What time alone brings about up to a moment (ISO 8601), and versions that came into force, each at its own time. The very
 * same review where nothing was due.
 */
export const reviewDue = (before: LifecycleReview, until: string, policies: readonly LifecyclePolicy[]): Reviewed =>
  reviewUntil(before, Date.parse(until), policies);

function reviewUntil(before: LifecycleReview, untilMs: number, policies: readonly LifecyclePolicy[]): Reviewed {
  let review = before;
  let verdicts: readonly LifecycleVerdict[] = NO_VERDICTS;
  for (;;) {
    const versionMs = nextVersionMs(review, policies);
    const dueMs = (review.nextReviewOn ?? Infinity) * DAY_MS;
    const atMs = Math.min(versionMs, dueMs);
    if (atMs > untilMs || atMs === Infinity) return { review, verdicts };
    const judged = judgeAt(
      review,
      review.behaviour,
      momentAt(atMs),
      atMs === versionMs ? BY_POLICY : BY_TIME,
      policies,
    );
    if (judged.verdicts.length > 0) verdicts = [...verdicts, ...judged.verdicts];
    review = judged.review;
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
