import * as fc from 'fast-check';
import { dayNumberOf, startOfDayNumber } from './zone.days';

const DAY_MS = 86_400_000;

describe('days of a zone', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Europe/Rome', 'UTC', 'Asia/Kathmandu'])(
    'begin where the day before ends (%s)',
    (timeZone) =>
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
          const start = startOfDayNumber(day, timeZone);
          expect([dayNumberOf(start, timeZone), dayNumberOf(start - 1000, timeZone)]).toEqual([day, day - 1]);
        }),
      ),
  );

  it('are those on the wall', () => {
    const newYear = Date.UTC(2024, 0, 1) / DAY_MS;
    expect(dayNumberOf(Date.parse('2024-01-01T00:30:00+08:00'), 'Asia/Shanghai')).toBe(newYear);
    expect(dayNumberOf(Date.parse('2024-01-01T00:30:00Z'), 'America/New_York')).toBe(newYear - 1);
    expect(startOfDayNumber(newYear, 'Asia/Shanghai')).toBe(Date.parse('2024-01-01T00:00:00+08:00'));
    // No midnight on the day on which summer began: the clocks went from 24:00 to 1:00.
    const summer = Date.UTC(2017, 9, 15) / DAY_MS;
    expect(startOfDayNumber(summer, 'America/Sao_Paulo')).toBe(Date.parse('2017-10-15T03:00:00Z'));
    // The hour before midnight twice when it ended, west of Greenwich, where a day of the zone begins after that of UTC.
    const winter = Date.UTC(2018, 1, 18) / DAY_MS;
    expect(startOfDayNumber(winter, 'America/Sao_Paulo')).toBe(Date.parse('2018-02-18T03:00:00Z'));
  });
});
