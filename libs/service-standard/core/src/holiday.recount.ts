import type { CaseClockEvent, ClockTarget } from '@tenure/service-standard-contract';
import { retarget } from './basis.change';
import type { ObservedCase } from './case-clocks.state';
import { evolveClock } from './clock.evolution';
import { isUnfinished, type Clock } from './clock.state';
import { idsOf, type Impulse } from './clock.steps';
import { dueOf } from './clock.time';
import { timeOf } from './moment';

/** Clocks whose time reached into a year that was not published yet are counted again over what it turned out to be. */
export const recountHolidays = (state: ObservedCase, impulse: Impulse): readonly CaseClockEvent[] =>
  state.clocks
    .filter((clock) => isUnfinished(clock) && clock.provisional)
    .flatMap((clock) => recounted(state, clock, impulse));

function recounted(state: ObservedCase, clock: Clock, impulse: Impulse): readonly CaseClockEvent[] {
  const { calendar } = clock.target;
  const known = calendar && impulse.book.calendar(calendar.calendarId, calendar.version);
  if (!known || known.reference.holidaysVersion === calendar.holidaysVersion) return [];
  const target = { ...clock.target, calendar: known.reference };
  const isBreachVoid = clock.breachedAt !== undefined && clock.breachedAt < dueOver(target, state, clock, impulse);
  return retarget(state, clock, target, impulse, isBreachVoid);
}

/** When the clock would run out by a target, whatever was said of it before. */
function dueOver(target: ClockTarget, state: ObservedCase, clock: Clock, { at, cause, book }: Impulse): number {
  const counted = { elapsedSeconds: 0, provisional: false, retargetedAt: timeOf(at) };
  const data = { ...idsOf(state, clock), target, ...counted, breachVoided: true, cause };
  return dueOf(evolveClock(clock, { type: 'ClockRetargeted', data }), book)?.at ?? Infinity;
}
