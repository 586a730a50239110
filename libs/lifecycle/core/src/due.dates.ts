import { instant } from '@tenure/kernel';
import { dateOf, type CustomerBehaviour } from '@tenure/behaviour-facts';
import type { CustomerDateDue } from '@tenure/lifecycle-contract';
import type { LifecycleContent } from '@tenure/policy-contract';
import { DAY_MS, dayAt, type Moment } from './moment';
import type { LifecycleReview } from './review.state';

export interface DueDates {
  readonly due: readonly Pick<CustomerDateDue, 'dateId' | 'of' | 'day' | 'dueAt'>[];
  /** The first day after today on which time alone makes a day of the customer's own be told of. */
  readonly nextOn: number | undefined;
}

/** Days of the customer's own that are to be told of at a moment and were not; days are those of UTC. */
export function dueDates(
  { dates }: LifecycleContent,
  behaviour: CustomerBehaviour,
  told: LifecycleReview['toldDates'],
  { ms, text }: Moment,
): DueDates {
  const today = dayAt(ms);
  const due: DueDates['due'][number][] = [];
  let nextOn = Infinity;
  for (const { dateId, of, daysBefore } of dates) {
    const day = dateOf(behaviour, of, text);
    if (day === undefined) continue;
    const on = dayAt(Date.parse(day));
    const dueOn = on - daysBefore;
    // What has been told is looked at again when its day is over and the next one counts.
    nextOn = Math.min(nextOn, dueOn > today ? dueOn : on + 1);
    if (dueOn <= today && told[dateId] !== day) due.push({ dateId, of, day, dueAt: instant(dueOn * DAY_MS) });
  }
  return { due, nextOn: nextOn === Infinity ? undefined : nextOn };
}
