import * as fc from 'fast-check';
import { addMonths, fullMonthsBetween } from './calendar';

const ms = (iso: string) => Date.parse(iso);

describe('months', () => {
  it.each([
    ['2011-01-31T10:00:00Z', 1, '2011-02-28T10:00:00Z'],
    ['2012-02-29T00:00:00Z', 12, '2013-02-28T00:00:00Z'],
    ['2010-12-01T08:26:00Z', 12, '2011-12-01T08:26:00Z'],
    ['2010-11-30T00:00:00Z', 3, '2011-02-28T00:00:00Z'],
  ])('%s and %i months are %s', (from, months, to) => expect(addMonths(ms(from), months)).toBe(ms(to)));

  it('are counted when they are full', () => {
    expect(fullMonthsBetween(ms('2009-12-01'), ms('2011-11-30T23:59:59Z'))).toBe(23);
    expect(fullMonthsBetween(ms('2009-12-01'), ms('2011-12-01'))).toBe(24);
    expect(fullMonthsBetween(ms('2011-12-01'), ms('2009-12-01'))).toBe(0);
  });

  it('are counted as the most that can be added without passing the end', () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (from, to) => {
        fc.pre(from < to);
        const months = fullMonthsBetween(from.getTime(), to.getTime());
        expect(addMonths(from.getTime(), months)).toBeLessThanOrEqual(to.getTime());
        expect(addMonths(from.getTime(), months + 1)).toBeGreaterThan(to.getTime());
      }),
    );
  });

  it('are those of the platform, for every day that a command may name', () => {
    const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: -60, max: 120 }), (at, months) => {
        const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
        const expected = new Date(at);
        expected.setUTCDate(Math.min(at.getUTCDate(), lastDay));
        expected.setUTCMonth(at.getUTCMonth() + months);
        expect(new Date(addMonths(at.getTime(), months))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
