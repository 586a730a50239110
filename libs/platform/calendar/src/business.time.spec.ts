import { compileCalendar } from './business.calendar';
import { deadline, elapsed } from './business.time';
import { localText } from './calendar.day';
import { CHINA } from './testing/china.holidays';
import { DAYTIME, workingHours, workingInChina } from './testing/working.hours';

const HOUR = 3600;
const DAY = 7.5 * HOUR;
const china = compileCalendar(workingInChina(), CHINA);
const rome = compileCalendar(workingHours('Europe/Rome'));
const always = compileCalendar({ timeZone: 'Asia/Shanghai', week: 'always', exceptions: [] });
const inChina = (local: string): string => `${local}:00+08:00`;

/** The deadline as the calendar's clock shows it. */
function dueText(start: string, seconds: number, calendar = china, pauses: Parameters<typeof deadline>[3] = []) {
  const due = deadline(start, seconds, calendar, pauses);
  return due && localText(due.at, calendar);
}

describe('the working year of China', () => {
  it.each([
    // 1–8 October off; the Sunday before and the Saturday after are worked instead.
    ['2025-09-28T00:00', '2025-10-12T00:00', 3 * DAY + 3 * DAY],
    ['2025-09-28T00:00', '2025-09-29T00:00', DAY],
    ['2025-10-01T00:00', '2025-10-09T00:00', 0],
    ['2025-10-11T00:00', '2025-10-12T00:00', DAY],
    // Spring Festival 2024: 10–17 February off, Sundays 4 and 18 February worked.
    ['2024-02-04T00:00', '2024-02-19T00:00', 6 * DAY + DAY],
    // 1–7 October 2026 off, 20 September and 10 October worked.
    ['2026-09-20T00:00', '2026-09-21T00:00', DAY],
    ['2026-10-01T00:00', '2026-10-08T00:00', 0],
    ['2026-10-10T00:00', '2026-10-11T00:00', DAY],
  ])('from %s to %s holds %d seconds', (start, end, seconds) => {
    expect(elapsed(inChina(start), inChina(end), china)).toEqual({ seconds, provisional: false });
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%d has the workdays that its papers leave: %d', (year, workdays) => {
    const { seconds } = elapsed(inChina(`${year}-01-01T00:00`), inChina(`${year + 1}-01-01T00:00`), china);
    expect(seconds / DAY).toBe(workdays);
  });

  it.each([
    ['2025-09-30T17:00', 2 * HOUR, '2025-10-09T10:00:00+08:00'],
    ['2025-09-26T17:30', 2 * HOUR, '2025-09-28T10:30:00+08:00'],
    ['2025-10-10T17:00', 4 * HOUR, '2025-10-11T12:00:00+08:00'],
    ['2024-02-09T16:00', DAY, '2024-02-18T16:00:00+08:00'],
  ])('what comes in at %s with %d seconds is due %s', (start, seconds, due) => {
    expect(dueText(inChina(start), seconds)).toBe(due);
  });
});

describe('a year that is not published', () => {
  it('goes by its week and is marked', () => {
    const golden = elapsed(inChina('2027-10-01T00:00'), inChina('2027-10-02T00:00'), china);
    expect(golden).toEqual({ seconds: DAY, provisional: true });
  });

  it('is told by the day of the time zone, not by that of UTC', () => {
    const before = elapsed(inChina('2026-12-31T09:00'), '2026-12-31T16:00:00Z', china);
    const after = elapsed(inChina('2026-12-31T09:00'), '2026-12-31T16:00:01Z', china);
    expect([before.provisional, after.provisional]).toEqual([false, true]);
  });

  it('marks a deadline that lies beyond it', () => {
    expect(deadline(inChina('2026-12-31T17:00'), HOUR, china)?.provisional).toBe(false);
    expect(deadline(inChina('2026-12-31T17:00'), HOUR + 1, china)?.provisional).toBe(true);
  });

  it('is every year where the holidays are not at hand, and none where the calendar has none', () => {
    const [start, end] = [inChina('2025-05-06T09:00'), inChina('2025-05-06T10:00')];
    expect(elapsed(start, end, compileCalendar(workingInChina())).provisional).toBe(true);
    expect(elapsed(start, end, compileCalendar(workingHours('Asia/Shanghai'), CHINA)).provisional).toBe(false);
    expect(elapsed(start, end, always).provisional).toBe(false);
  });
});

describe('clocks that change', () => {
  const night = compileCalendar(workingHours('Europe/Rome', { week: { sunday: [['01:30', '03:30']] } }));
  const lordHowe = compileCalendar(workingHours('Australia/Lord_Howe', { week: 'always' }));

  it('an hour that is left out is not worked', () => {
    expect(elapsed('2025-03-30T00:00:00Z', '2025-03-30T12:00:00Z', night).seconds).toBe(HOUR);
  });

  it('an hour that comes twice is worked twice', () => {
    expect(elapsed('2025-10-25T22:00:00Z', '2025-10-26T12:00:00Z', night).seconds).toBe(3 * HOUR);
    expect(dueText('2025-10-25T22:00:00Z', 2 * HOUR, night)).toBe('2025-10-26T02:30:00+01:00');
  });

  it('half an hour where it is half an hour', () => {
    expect(elapsed('2025-04-05T00:00:00+11:00', '2025-04-07T00:00:00+10:30', lordHowe).seconds).toBe(48.5 * HOUR);
  });

  it('the same wall hours are open before and after', () => {
    expect(dueText('2025-03-28T17:00:00+01:00', 2 * HOUR, rome)).toBe('2025-03-31T10:00:00+02:00');
  });
});

describe('exceptions', () => {
  const holidays = {
    region: 'CN',
    years: [{ year: 2025, days: [{ day: '2025-10-01', name: '国庆节', isOffDay: true }] }],
  };
  const definition = workingInChina({
    exceptions: [
      { day: '2025-10-01', name: 'Launch', intervals: [['20:00', '24:00']] },
      { day: '2025-10-02', name: 'Move', intervals: [] },
    ],
  });

  it('go before holidays and weekdays', () => {
    const calendar = compileCalendar(definition, holidays);
    expect(elapsed(inChina('2025-10-01T00:00'), inChina('2025-10-03T00:00'), calendar).seconds).toBe(4 * HOUR);
  });

  it('close also what is always open', () => {
    const calendar = compileCalendar({ ...definition, week: 'always', holidaysId: undefined });
    expect(elapsed(inChina('2025-10-01T12:00'), inChina('2025-10-03T12:00'), calendar).seconds).toBe(16 * HOUR);
  });
});

describe('pauses', () => {
  const start = inChina('2025-09-29T09:00');
  const pause = (from: string, to?: string) => ({
    start: inChina(from),
    ...(to !== undefined && { end: inChina(to) }),
  });

  it('are merged where they overlap or touch, in any order, and count only where the calendar is open', () => {
    const pauses = [
      pause('2025-09-29T11:00', '2025-09-29T14:00'),
      pause('2025-09-29T10:00', '2025-09-29T11:30'),
      pause('2025-09-29T14:00', '2025-09-29T14:30'),
      pause('2025-09-29T10:30', '2025-09-29T10:30'),
    ];
    expect(elapsed(start, inChina('2025-09-29T18:00'), china, pauses).seconds).toBe(DAY - 3 * HOUR);
    expect(dueText(start, 4 * HOUR, china, pauses)).toBe('2025-09-29T17:30:00+08:00');
  });

  it('are clipped to the span', () => {
    const pauses = [pause('2025-09-28T00:00', '2025-09-29T10:00'), pause('2025-09-29T17:00', '2026-01-01T00:00')];
    expect(elapsed(start, inChina('2025-09-29T18:00'), china, pauses).seconds).toBe(DAY - 2 * HOUR);
  });

  it('that still go on stop the time and leave no deadline, unless that came before', () => {
    const pauses = [pause('2025-09-29T10:00')];
    expect(elapsed(start, inChina('2025-09-30T18:00'), china, pauses).seconds).toBe(HOUR);
    expect(deadline(start, HOUR + 1, china, pauses)).toBeUndefined();
    expect(dueText(start, HOUR, china, pauses)).toBe(inChina('2025-09-29T10:00'));
  });

  it('that end before they start are refused', () => {
    const pauses = [pause('2025-09-29T10:00', '2025-09-29T09:59')];
    const message = /pauses\[0\] ends at 2025-09-29T09:59:00\+08:00, before it starts at 2025-09-29T10:00:00\+08:00/;
    expect(() => elapsed(start, inChina('2025-09-29T18:00'), china, pauses)).toThrow(message);
    expect(() => deadline(start, HOUR, china, pauses)).toThrow(message);
  });
});

describe('edges', () => {
  it('a deadline that runs out with an interval is due at its end', () => {
    expect(dueText(inChina('2025-09-30T16:00'), 2 * HOUR)).toBe('2025-09-30T18:00:00+08:00');
    expect(dueText(inChina('2025-09-30T11:00'), HOUR)).toBe('2025-09-30T12:00:00+08:00');
  });

  it('no time at all is due at the start, also while closed or paused', () => {
    const closed = inChina('2025-10-01T12:00');
    expect(dueText(closed, 0)).toBe('2025-10-01T12:00:00+08:00');
    expect(dueText(closed, 0, china, [{ start: closed }])).toBe('2025-10-01T12:00:00+08:00');
  });

  it('24:00 joins the next day', () => {
    expect(elapsed('2025-02-27T20:00:00Z', '2025-03-01T20:00:00Z', always).seconds).toBe(48 * HOUR);
  });

  it('moments count as the whole second they lie in', () => {
    const at = (ms: number) => Date.parse('2025-09-29T10:00:00+08:00') + ms;
    expect(elapsed(at(999), at(1000), china).seconds).toBe(1);
    expect(elapsed(at(0), at(999), china).seconds).toBe(0);
    expect(deadline(at(700), 60, china)?.at).toBe(at(60_000));
  });

  it('a span of nothing is no time, and never provisional', () => {
    const moment = inChina('2027-10-01T10:00');
    expect(elapsed(moment, moment, china)).toEqual({ seconds: 0, provisional: false });
  });

  it('an end before the start is refused, with both', () => {
    expect(() => elapsed('2025-09-30T00:00:00Z', '2025-09-29T00:00:00Z', china)).toThrow(
      new RangeError('The end 2025-09-29T00:00:00Z lies before the start 2025-09-30T00:00:00Z'),
    );
  });

  it.each([-1, 0.5, Number.NaN, Infinity])('%d seconds are refused', (seconds) => {
    expect(() => deadline(0, seconds, china)).toThrow(RangeError);
  });

  it.each(['2025-09-30', '2025-09-30T10:00:00', 'yesterday', '2025-13-30T10:00:00Z', Number.NaN])(
    '%s is no moment',
    (moment) => {
      expect(() => elapsed(moment, moment, china)).toThrow(RangeError);
    },
  );

  it('beyond the years that are counted there is no answer', () => {
    expect(() => deadline('2199-12-31T00:00:00Z', 40 * 366 * 86_400, always)).toThrow(
      'Business time is known from 1899',
    );
  });

  it('years may be asked for in any order', () => {
    const fresh = compileCalendar(workingHours('Asia/Shanghai', { makeUpDays: DAYTIME }));
    const week = (year: number) => elapsed(`${year}-06-01T00:00:00Z`, `${year}-06-08T00:00:00Z`, fresh).seconds;
    expect([2030, 1990, 2010, 1950, 2100].map(week)).toEqual([5, 5, 5, 5, 5].map((days) => days * DAY));
  });
});
