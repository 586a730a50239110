import { dateOf, type CustomerBehaviour } from '@tenure/behaviour-facts';
import type { CustomerDateDue } from '@tenure/lifecycle-contract';
import type { DateReminder, LifecycleContent } from '@tenure/policy-contract';
import { DAY_MS, dayAt, instant, type Moment } from './moment';
import type { LifecycleReview } from './review.state';

export type DueDate = Pick<CustomerDateDue, 'dateId' | 'of' | 'day' | 'dueAt'>;

/** Days of the customer's own that are to be told of at a moment and were not; days are those of UTC. */
export function dueDates(
  { dates }: LifecycleContent,
  behaviour: CustomerBehaviour,
  told: LifecycleReview['toldDates'],
  { ms, text }: Moment,
): readonly DueDate[] {
  return dates.flatMap((reminder) => {
    const day = dateOf(behaviour, reminder.of, text);
    if (day === undefined || told[reminder.dateId] === day) return [];
    const dueOn = dueOnOf(reminder, day);
    if (dueOn > dayAt(ms) || dayAt(Date.parse(day)) < dayAt(ms)) return [];
    return [{ dateId: reminder.dateId, of: reminder.of, day, dueAt: instant(dueOn * DAY_MS) }];
  });
}

/** The next day on which time alone makes a day of the customer's own be told of, after one on which all was told. */
export function nextDateOn(
  { dates }: LifecycleContent,
  behaviour: CustomerBehaviour,
  { ms, text }: Moment,
): number | undefined {
  const today = dayAt(ms);
  const days = dates.flatMap((reminder) => {
    const day = dateOf(behaviour, reminder.of, text);
    const on = day === undefined ? -1 : dayAt(Date.parse(day));
    if (day === undefined || on < today) return [];
    const dueOn = dueOnOf(reminder, day);
    // What has been told is looked at again when its day is over and the next one counts.
    return [dueOn > today ? dueOn : on + 1];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}

const dueOnOf = ({ daysBefore }: DateReminder, day: string): number => dayAt(Date.parse(day)) - daysBefore;
