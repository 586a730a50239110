import type { CalendarContent } from '@tenure/policy-contract';
import { calendarContent } from '../testing/policy.samples';
import { checkContent } from './content.check';

describe('what a policy says', () => {
  const monday = (...intervals: [string, string][]) => ({ week: { ...week, monday: intervals } });
  const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  const newYear = { day: '2024-01-01', name: '元旦', intervals: [] };
  it.each<[string, string, Partial<CalendarContent>]>([
    [
      'policy-calendar-never-open',
      'content.week: no day has an interval, so that no deadline would ever come',
      { week },
    ],
    [
      'policy-interval-empty',
      'content.week.monday[1]: 18:00 is not before 13:00',
      monday(['09:00', '12:00'], ['18:00', '13:00']),
    ],
    ['policy-interval-empty', 'content.makeUpDays[0]: 09:00 is not before 09:00', { makeUpDays: [['09:00', '09:00']] }],
    [
      'policy-intervals-overlap',
      'content.week.monday[0] and content.week.monday[1]: 09:00–12:00 overlaps 08:00–09:01',
      monday(['09:00', '12:00'], ['08:00', '09:01']),
    ],
    [
      'policy-intervals-overlap',
      'content.exceptions[0].intervals[0] and content.exceptions[0].intervals[1]: 00:00–24:00 overlaps 10:00–11:00',
      {
        exceptions: [
          {
            ...newYear,
            intervals: [
              ['00:00', '24:00'],
              ['10:00', '11:00'],
            ],
          },
        ],
      },
    ],
    [
      'policy-day-twice',
      'content.exceptions[1].day: 2024-01-01 stands in content.exceptions[0].day already',
      { exceptions: [newYear, newYear] },
    ],
    [
      'policy-make-up-days-undefined',
      'content.makeUpDays: holidays-CN has make-up workdays, so their hours are needed',
      { holidaysId: 'holidays-CN' },
    ],
    [
      'policy-holidays-close-nothing',
      'content.holidaysId: a calendar that is always open has no holidays',
      { week: 'always', holidaysId: 'holidays-CN' },
    ],
  ])('of a calendar is refused as %s: %s', (code, detail, fields) =>
    expect(checkContent('calendar', { ...calendarContent, ...fields })).toEqual({ code, detail }),
  );
  it('may have intervals that touch', () =>
    expect(
      checkContent('calendar', { ...calendarContent, ...monday(['12:00', '18:00'], ['09:00', '12:00']) }),
    ).toBeUndefined());
});
