import { instant } from '@tenure/kernel';
import { ownBehaviour, type CustomerBehaviour, type OwnBehaviour } from '@tenure/behaviour-facts';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { Stage } from './lifecycle.policy';
import { DAY_MS } from './moment';

/**
 * All that is needed to judge a customer again: when something happens, and when time alone may change something. Plain
 * JSON; `…Ms` are milliseconds since 1970-01-01, `…On` days since then (UTC).
 */
export interface LifecycleReview {
  readonly customerId: string;
  readonly behaviour?: CustomerBehaviour;
  readonly stage: Stage;
  /** When the stage was entered; absent before the first. */
  readonly sinceMs?: number;
  /** How many verdicts there were so far. */
  readonly verdicts: number;
  /** By id; those of which there is nothing to remember are left out. */
  readonly milestones: Readonly<Record<string, MilestoneState>>;
  /** By id of a date: the newest day that was told of. */
  readonly toldDates: Readonly<Record<string, string>>;
  /** The newest moment at which something happened or came about; nothing before it is judged any more. */
  readonly judgedMs?: number;
  /** Stages that were entered at that very moment. */
  readonly enteredThen?: readonly Stage[];
  /** Of the policy that judged last; 0 where none has. */
  readonly policyVersion: number;
  /** The first day on which a day of the customer's own may have to be told of. */
  readonly nextDateOn?: number;
  /** Absent where time alone changes nothing. Other versions of the policy are not looked at. */
  readonly nextReviewOn?: number;
}

export interface MilestoneState {
  readonly times: number;
  readonly holds: boolean;
}

/** Something that came about for a customer. */
export interface LifecycleVerdict {
  readonly customerId: string;
  /** Counted from 1 through all that was ever judged of the customer. */
  readonly number: number;
  /** The moment of it; ISO 8601. */
  readonly at: string;
  readonly event: LifecycleEvent;
}

export interface Reviewed {
  readonly review: LifecycleReview;
  /** In the order of their moments. */
  readonly verdicts: readonly LifecycleVerdict[];
}

export const newReview = (customerId: string): LifecycleReview => ({
  customerId,
  stage: 'none',
  verdicts: 0,
  milestones: {},
  toldDates: {},
  policyVersion: 0,
});

/** A review that has one owner, who changes it where others make another one. */
export type OwnReview = {
  -readonly [Field in keyof Required<LifecycleReview>]: Field extends 'behaviour'
    ? OwnBehaviour | undefined
    : LifecycleReview[Field];
};

/** A copy; field by field, so that all of them have one shape. */
export const ownReview = (review: LifecycleReview): OwnReview => ({
  customerId: review.customerId,
  behaviour: review.behaviour && ownBehaviour(review.behaviour),
  stage: review.stage,
  sinceMs: review.sinceMs,
  verdicts: review.verdicts,
  milestones: review.milestones,
  toldDates: review.toldDates,
  judgedMs: review.judgedMs,
  enteredThen: review.enteredThen,
  policyVersion: review.policyVersion,
  nextDateOn: review.nextDateOn,
  nextReviewOn: review.nextReviewOn,
});

/** When time alone may change something, ISO 8601 UTC; undefined where it never does. */
export const nextReviewAt = ({ nextReviewOn }: LifecycleReview): string | undefined =>
  nextReviewOn === undefined ? undefined : instant(nextReviewOn * DAY_MS);
