import type { CustomerBehaviour } from './customer.behaviour';
import { dayOf } from './epoch.day';
import { WINDOWS, type WindowedName } from './number.sources';

/** One thing that is counted, in the windows that end with the day of the moment. */
export interface BehaviourWindows {
  readonly of: WindowedName;
  /** Undefined where there is nothing to take the mean of. */
  readonly in7Days: number | undefined;
  readonly in30Days: number | undefined;
  readonly in180Days: number | undefined;
}

/** All windows of a behaviour, side by side, at a moment (ISO 8601 with offset) that is not before anything folded. */
export function windowsAt(behaviour: CustomerBehaviour, at: string): readonly BehaviourWindows[] {
  const day = dayOf(at);
  return WINDOWS.map(([of, sourceOf]) => {
    const [in7Days, in30Days, in180Days] = [7, 30, 180].map((days) => sourceOf(days).value(behaviour, day));
    return { of, in7Days, in30Days, in180Days };
  });
}
