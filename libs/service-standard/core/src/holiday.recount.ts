import type { CaseClockEvent } from '@tenure/service-standard-contract';
import { retarget } from './basis.change';
import type { ObservedCase } from './case-clocks.state';
import { isUnfinished, type Clock } from './clock.state';
import type { Impulse } from './clock.steps';

/** Clocks whose time reached into a year that was not published yet are counted again over what it turned out to be. */
export const recountHolidays = (state: ObservedCase, impulse: Impulse): readonly CaseClockEvent[] =>
  state.clocks
    .filter((clock) => isUnfinished(clock) && clock.provisional)
    .flatMap((clock) => recounted(state, clock, impulse));

function recounted(state: ObservedCase, clock: Clock, impulse: Impulse): readonly CaseClockEvent[] {
  const { calendar } = clock.target;
  const known = calendar && impulse.book.calendar(calendar.calendarId, calendar.version);
  if (!known || known.reference.holidaysVersion === calendar.holidaysVersion) return [];
  return retarget(state, clock, { ...clock.target, calendar: known.reference }, impulse);
}
