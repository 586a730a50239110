import fc from 'fast-check';
import { DateTime } from 'luxon';
import { createInstantReader } from './instant.reader';

const read = (text: string, format: string, zone: string, precision: 'instant' | 'day' = 'instant') => {
  const reading = createInstantReader(format, zone, precision)(text);
  return reading.ok ? reading.iso : reading.reason;
};

describe('instant reader', () => {
  it.each([
    ['2010-12-01 08:26:00', 'yyyy-MM-dd HH:mm:ss', 'Europe/London', '2010-12-01T08:26:00+00:00'],
    ['2011-07-01 08:26:00', 'yyyy-MM-dd HH:mm:ss', 'Europe/London', '2011-07-01T08:26:00+01:00'],
    ['7/29/2013', 'M/d/yyyy', 'America/New_York', '2013-07-29T00:00:00-04:00'],
    ['2012/10/09 14:50:17.250', 'yyyy/MM/dd HH:mm:ss.SSS', 'Europe/Rome', '2012-10-09T14:50:17.250+02:00'],
    ['1 Mar 2014 5:07 PM', 'd LLL yyyy h:mm a', 'Asia/Shanghai', '2014-03-01T17:07:00+08:00'],
    ['2014-03-01T09:30:00+05:30', 'iso', 'UTC', '2014-03-01T09:30:00+05:30'],
    ['2014-03-01T09:30', 'iso', 'Asia/Shanghai', '2014-03-01T09:30:00+08:00'],
    ['1393666200', 'epoch-seconds', 'Asia/Shanghai', '2014-03-01T09:30:00+00:00'],
    ['20140301', 'yyyyMMdd', 'UTC', '2014-03-01T00:00:00+00:00'],
  ])('reads %s', (text, format, zone, expected) => expect(read(text, format, zone)).toBe(expected));

  it('agrees with luxon wherever a time exists', () => {
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Asia/Shanghai',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const instants = fc.date({ min: new Date('1975-01-01'), max: new Date('2037-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const local = DateTime.fromJSDate(instant, { zone }).startOf('second');
        const iso = read(local.toFormat('yyyy-MM-dd HH:mm:ss'), 'yyyy-MM-dd HH:mm:ss', zone);
        const difference = Date.parse(iso) - local.toMillis();
        // What came twice is its first occurrence, at most an hour before.
        expect([0, -1_800_000, -3_600_000]).toContain(difference);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a time that clocks skipped', () =>
    expect(read('2011-03-27 01:30:00', 'yyyy-MM-dd HH:mm:ss', 'Europe/London')).toContain(
      'does not exist in Europe/London',
    ));

  it('takes the first of a time that came twice', () =>
    expect(read('2011-10-30 01:30:00', 'yyyy-MM-dd HH:mm:ss', 'Europe/London')).toBe('2011-10-30T01:30:00+01:00'));

  it('takes the first moment of a day whose midnight clocks skipped', () =>
    expect(read('2018-11-04', 'yyyy-MM-dd', 'America/Sao_Paulo')).toBe('2018-11-04T01:00:00-02:00'));

  it('writes an offset of local mean time as UTC', () =>
    expect(read('1930-01-01 00:00:00', 'yyyy-MM-dd HH:mm:ss', 'Africa/Monrovia')).toBe('1930-01-01T00:44:30.000Z'));

  it.each(['1899-12-31 23:59:59', '2262-04-12 00:00:00', '0013-01-01 00:00:00'])('takes %s for a mistake', (text) =>
    expect(read(text, 'yyyy-MM-dd HH:mm:ss', 'UTC')).toMatch(/outside of the years|not a date/),
  );

  it.each(['2013-02-30', '2013-13-01', '2013-1-1', '', 'x'.repeat(1000)])('refuses %p as a day', (text) =>
    expect(read(text, 'yyyy-MM-dd', 'UTC')).toContain('is not a date of the format yyyy-MM-dd'),
  );

  it('reads a plain day', () => expect(read('29.07.2013', 'dd.MM.yyyy', 'Asia/Shanghai', 'day')).toBe('2013-07-29'));
});
