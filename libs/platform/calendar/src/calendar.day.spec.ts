import { compileCalendar } from './business.calendar';
import { calendarDay, dayOf, isOpenAt, localText, openIntervals } from './calendar.day';
import { CHINA } from './testing/china.holidays';
import { DAYTIME, workingHours, workingInChina } from './testing/working.hours';

const exceptions = [{ day: '2027-03-01', name: '盘点', intervals: [] }];
const china = compileCalendar(workingInChina({ exceptions }), CHINA);

it.each([
  ['2025-09-30', { weekday: 'tuesday', reason: 'weekday', hours: DAYTIME, provisional: false }],
  ['2025-10-01', { weekday: 'wednesday', reason: 'holiday', name: '国庆节、中秋节', hours: [], provisional: false }],
  [
    '2025-10-11',
    { weekday: 'saturday', reason: 'make-up-day', name: '国庆节、中秋节', hours: DAYTIME, provisional: false },
  ],
  ['2025-10-12', { weekday: 'sunday', reason: 'weekday', hours: [], provisional: false }],
  ['2027-02-28', { weekday: 'sunday', reason: 'weekday', hours: [], provisional: true }],
  ['2027-03-01', { weekday: 'monday', reason: 'exception', name: '盘点', hours: [], provisional: false }],
])('says why %s has the hours it has', (day, expected) => {
  expect(calendarDay(day, china)).toEqual({ day, ...expected });
});

it('gives the open intervals of a day as moments', () => {
  const at = (clock: string) => Date.parse(`2025-10-11T${clock}:00+08:00`);
  expect(openIntervals('2025-10-11', china)).toEqual([
    { start: at('09:00'), end: at('12:00') },
    { start: at('13:30'), end: at('18:00') },
  ]);
});

it('gives a day of 25 hours as one interval', () => {
  const always = compileCalendar(workingHours('Europe/Rome', { week: 'always' }));
  const [start, end] = [Date.parse('2025-10-26T00:00:00+02:00'), Date.parse('2025-10-27T00:00:00+01:00')];
  expect(openIntervals('2025-10-26', always)).toEqual([{ start, end }]);
});

it('is open from the start of an interval up to its end', () => {
  const moments = ['08:59:59', '09:00:00', '11:59:59', '12:00:00'].map((clock) => `2025-10-11T${clock}+08:00`);
  expect(moments.map((moment) => isOpenAt(moment, china))).toEqual([false, true, true, false]);
});

it('shows moments by the clock of the calendar', () => {
  expect(localText('2025-12-31T20:15:30Z', china)).toBe('2026-01-01T04:15:30+08:00');
  expect(dayOf('2025-12-31T20:15:30Z', china)).toBe('2026-01-01');
  const newYork = compileCalendar(workingHours('America/New_York'));
  expect(localText('2025-07-01T00:00:00Z', newYork)).toBe('2025-06-30T20:00:00-04:00');
});

it('refuses a day that is none', () => {
  expect(() => calendarDay('2025-02-29', china)).toThrow('2025-02-29 is no day; a day looks like 2026-10-01');
});
