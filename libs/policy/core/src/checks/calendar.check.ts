import { WEEKDAYS, type CalendarContent, type OpenInterval } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkCalendar = (content: CalendarContent): ContentFlaw | undefined =>
  firstOf(
    () => checkWeek(content),
    () => checkHolidays(content),
    () => checkIntervals('content.makeUpDays', content.makeUpDays ?? []),
    () => checkExceptions(content),
  );

function checkWeek({ week }: CalendarContent): ContentFlaw | undefined {
  if (week === 'always') return undefined;
  const neverOpen = WEEKDAYS.every((weekday) => week[weekday].length === 0);
  return neverOpen
    ? flaw('policy-calendar-never-open', 'content.week: no day has an interval, so that no deadline would ever come')
    : firstIn(WEEKDAYS, (weekday) => checkIntervals(`content.week.${weekday}`, week[weekday]));
}

function checkHolidays({ week, holidaysId, makeUpDays }: CalendarContent): ContentFlaw | undefined {
  if (holidaysId === undefined) return undefined;
  if (week === 'always') {
    return flaw('policy-holidays-close-nothing', 'content.holidaysId: a calendar that is always open has no holidays');
  }
  if (makeUpDays !== undefined) return undefined;
  return flaw(
    'policy-make-up-days-undefined',
    `content.makeUpDays: ${holidaysId} has make-up workdays, so their hours are needed`,
  );
}

const checkExceptions = ({ exceptions }: CalendarContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-day-twice',
        exceptions.map(({ day }) => day),
        (index) => `content.exceptions[${index}].day`,
      ),
    () =>
      firstIn(exceptions, ({ intervals }, index) =>
        checkIntervals(`content.exceptions[${index}].intervals`, intervals),
      ),
  );

/** Times of day have one form, so that their order is that of their letters. Touching is not overlapping. */
function checkIntervals(place: string, intervals: readonly OpenInterval[]): ContentFlaw | undefined {
  const empty = intervals.findIndex(([from, to]) => from >= to);
  if (empty >= 0) {
    const [from, to] = intervals[empty] ?? [];
    return flaw('policy-interval-empty', `${place}[${empty}]: ${from} is not before ${to}`);
  }
  return firstIn(intervals, ([from, to], index) => {
    const other = intervals.findIndex(([otherFrom, otherTo], at) => at > index && from < otherTo && otherFrom < to);
    if (other < 0) return undefined;
    const [otherFrom, otherTo] = intervals[other] ?? [];
    return flaw(
      'policy-intervals-overlap',
      `${place}[${index}] and ${place}[${other}]: ${from}–${to} overlaps ${otherFrom}–${otherTo}`,
    );
  });
}
