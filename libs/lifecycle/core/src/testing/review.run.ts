import type { Recorded } from '@tenure/kernel';
import type { LifecyclePolicy } from '../lifecycle.policy';
import { reviewOnEvent, type ReviewEvent } from '../lifecycle.review';
import { newReview, type LifecycleReview, type LifecycleVerdict, type Reviewed } from '../review.state';
import { shipped } from './customer.history';

/** Events one after the other. */
export function run(
  events: readonly Recorded<ReviewEvent>[],
  policies: readonly LifecyclePolicy[] = [shipped],
  from: LifecycleReview = newReview('k-1'),
): Reviewed {
  return events.reduce<Reviewed>(
    ({ review, verdicts }, event) => {
      const next = reviewOnEvent(review, event, policies);
      return { review: next.review, verdicts: [...verdicts, ...next.verdicts] };
    },
    { review: from, verdicts: [] },
  );
}

/** Such as `2022-01-11T00:00:00.000Z activation by arrives`. */
export const textOf = ({ at, event }: LifecycleVerdict): string => {
  const time = new Date(at).toISOString();
  switch (event.type) {
    case 'StageEntered':
      return `${time} ${event.data.stage} by ${event.data.ruleId}`;
    case 'MilestoneReached':
      return `${time} ${event.data.milestoneId}`;
    case 'CustomerDateDue':
      return `${time} ${event.data.dateId} ${event.data.day}`;
  }
};
