import { compileCalendar } from './business.calendar';
import type { CalendarDefinition } from './calendar.definition';
import { flawsOf } from './calendar.flaws';
import { flawText } from './flaw';
import { flawsOfHolidays } from './holiday.flaws';
import { flawOfPauses } from './pauses';
import { CHINA } from './testing/china.holidays';
import { workingHours, workingInChina } from './testing/working.hours';

const flaws = (more: Partial<CalendarDefinition>) => flawsOf(workingHours('Europe/Rome', more)).map(flawText);
const exception = (day: string) => ({ day, name: 'Stocktaking', intervals: [] });

it('finds nothing wrong with what is sound', () => {
  expect(flawsOf(workingInChina())).toEqual([]);
  expect(flawsOf(workingHours('Asia/Shanghai', { week: 'always' }))).toEqual([]);
  expect(flawsOfHolidays(CHINA)).toEqual([]);
  expect(flaws({ week: { monday: [['00:00', '12:00'], ['12:00', '24:00']] } })).toEqual([]); // prettier-ignore
});

it('refuses intervals that overlap, in any order', () => {
  const monday = [['13:00', '18:00'], ['09:00', '13:30']] as const; // prettier-ignore
  expect(flaws({ week: { monday } })).toEqual(['week.monday[0]: 13:00–18:00 overlaps 09:00–13:30 at week.monday[1]']);
});

it('refuses an interval within an earlier one that is not its neighbour', () => {
  const makeUpDays = [['08:00', '20:00'], ['09:00', '10:00'], ['11:00', '12:00']] as const; // prettier-ignore
  expect(flaws({ makeUpDays })).toEqual([
    'makeUpDays[1]: 09:00–10:00 overlaps 08:00–20:00 at makeUpDays[0]',
    'makeUpDays[2]: 11:00–12:00 overlaps 08:00–20:00 at makeUpDays[0]',
  ]);
});

it.each([
  [['18:00', '09:00'], '18:00–09:00 ends before it starts; over midnight takes two intervals'],
  [['09:00', '09:00'], '09:00–09:00 ends when it starts; over midnight takes two intervals'],
  [['9:00', '18:00'], '9:00 is no time of day; one looks like 09:00, the end of a day is 24:00'],
  [['09:00', '24:30'], '24:30 is no time of day; one looks like 09:00, the end of a day is 24:00'],
] as const)('refuses the interval %j', (interval, problem) => {
  const exceptions = [{ day: '2026-05-01', name: 'Fair', intervals: [interval] }];
  expect(flaws({ exceptions })).toEqual([`exceptions[0].intervals[0]: ${problem}`]);
});

it('refuses a day twice and a day that is none', () => {
  expect(flaws({ exceptions: [exception('2026-05-01'), exception('2026-02-30'), exception('2026-05-01')] })).toEqual([
    'exceptions[1].day: 2026-02-30 is no day; a day looks like 2026-10-01',
    'exceptions[2].day: 2026-05-01 stands already at exceptions[0].day',
  ]);
});

it('refuses a zone that nobody knows and a week that is never open', () => {
  expect(flaws({ timeZone: 'Asia/Atlantis', week: { monday: [] } })).toEqual([
    'timeZone: no time zone is called Asia/Atlantis',
    'week: no day of the week is open',
  ]);
});

it('refuses holidays with a day twice, also in two years, a year twice, a day of another time', () => {
  const day = (day: string) => ({ day, name: '元旦', isOffDay: true });
  const years = [
    { year: 2025, days: [day('2025-01-01'), day('2024-12-31'), day('2025-01-01'), day('2026-01-01')] },
    { year: 2025, days: [day('2024-12-31'), day('2024-11-30')] },
  ];
  expect(flawsOfHolidays({ region: 'CN', years }).map(flawText)).toEqual([
    'years[1].year: 2025 stands already at years[0].year',
    'years[0].days[2].day: 2025-01-01 stands already at years[0].days[0].day',
    'years[1].days[0].day: 2024-12-31 stands already at years[0].days[1].day',
    'years[0].days[3].day: 2026-01-01 is neither in 2025 nor in the December before',
    'years[1].days[1].day: 2024-11-30 is neither in 2025 nor in the December before',
  ]);
});

it('compiles nothing with a flaw', () => {
  expect(() => compileCalendar(workingHours('Mars/Base'))).toThrow(
    new RangeError('Unusable calendar: timeZone: no time zone is called Mars/Base'),
  );
  const twice = { region: 'CN', years: [{ year: 2027, days: [] }, { year: 2027, days: [] }] }; // prettier-ignore
  expect(() => compileCalendar(workingInChina(), twice)).toThrow('Unusable holidays: years[1].year');
});

it('names the pause that ends before it starts', () => {
  const sound = { start: '2025-09-29T10:00:00Z', end: '2025-09-29T10:00:00Z' };
  expect(flawOfPauses([sound, { start: 0 }])).toBeUndefined();
  expect(flawOfPauses([sound, { start: '2025-09-29T10:00:00Z', end: '2025-09-29T11:59:00+02:00' }])).toBe(
    'pauses[1] ends at 2025-09-29T11:59:00+02:00, before it starts at 2025-09-29T10:00:00Z',
  );
});
