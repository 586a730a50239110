import { type CalendarDefinition, type OpenInterval, WEEKDAYS } from './calendar.definition';
import { type Flaw, repeatedDays } from './flaw';
import { flawsOfIntervals } from './interval.flaws';
import { isTimeZone } from './zone.clock';

/**
 * Everything that makes a definition unusable, with its place: `week.monday[1]`, `exceptions[3].day`. Empty where it is sound.
 * The shape is taken as given.
 */
export function flawsOf(definition: CalendarDefinition): readonly Flaw[] {
  const { timeZone, makeUpDays = [], exceptions } = definition;
  const days = exceptions.map(({ day }, index) => ({ place: `exceptions[${index}].day`, day }));
  return [
    ...(isTimeZone(timeZone) ? [] : [{ place: 'timeZone', problem: `no time zone is called ${timeZone}` }]),
    ...flawsOfWeek(definition.week),
    ...flawsOfIntervals('makeUpDays', makeUpDays),
    ...exceptions.flatMap(({ intervals }, index) => flawsOfIntervals(`exceptions[${index}].intervals`, intervals)),
    ...repeatedDays(days),
  ];
}

function flawsOfWeek(week: CalendarDefinition['week']): readonly Flaw[] {
  if (week === 'always') return [];
  const hours = (day: (typeof WEEKDAYS)[number]): readonly OpenInterval[] => week[day] ?? [];
  // A deadline would never come.
  if (WEEKDAYS.every((day) => hours(day).length === 0))
    return [{ place: 'week', problem: 'no day of the week is open' }];
  return WEEKDAYS.flatMap((day) => flawsOfIntervals(`week.${day}`, hours(day)));
}
