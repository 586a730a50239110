import type { VerificationPlan } from '@tenure/improvement-contract';
import type { Interval } from '@tenure/statistics';

type Target = VerificationPlan['target'];

/** What is exactly the target has reached it. */
export const reaches = (value: number, target: Target): boolean =>
  'atLeast' in target ? value >= target.atLeast : value <= target.atMost;

/** Whether all of an interval misses the target. */
export const misses = ({ low, high }: Interval, target: Target): boolean =>
  'atLeast' in target ? high < target.atLeast : low > target.atMost;
