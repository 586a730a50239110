import * as fc from 'fast-check';
import { MONTH, monthAt, monthsBetween, monthsLater, windowOfMonth } from './zone.months';

const arbitraryMonth = fc
  .tuple(fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('months', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Europe/Rome', 'UTC', 'Asia/Kathmandu'])(
    'begin where the month before ends (%s)',
    (timeZone) =>
      fc.assert(
        fc.property(arbitraryMonth, (month) => {
          const { from, until } = windowOfMonth(month, timeZone);
          const [first, next] = [Date.parse(from), Date.parse(until)];
          const edges = [first - 1, first, next - 1, next].map((moment) => monthAt(moment, timeZone));
          expect(edges).toEqual([monthsLater(month, -1), month, month, monthsLater(month, 1)]);
        }),
      ),
  );

  it('are those on the wall, over the turn of a year and of the clocks', () => {
    expect(windowOfMonth('2023-12', 'Asia/Shanghai')).toEqual({
      month: '2023-12',
      from: '2023-11-30T16:00:00.000Z',
      until: '2023-12-31T16:00:00.000Z',
    });
    expect(windowOfMonth('2013-03', 'America/New_York')).toEqual({
      month: '2013-03',
      from: '2013-03-01T05:00:00.000Z',
      until: '2013-04-01T04:00:00.000Z',
    });
    expect(monthAt(Date.parse('2024-01-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2024-02');
    expect(monthAt(Date.parse('2024-01-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2024-01');
  });

  it.each([
    ['2011-12', 1, '2012-01'],
    ['2011-01', -1, '2010-12'],
    ['2011-06', -18, '2009-12'],
  ])('%s and %d', (month, count, expected) => expect(monthsLater(month, count)).toBe(expected));

  it('are as many as lie between', () => {
    fc.assert(
      fc.property(arbitraryMonth, fc.integer({ min: -20, max: 500 }), (first, count) => {
        const months = monthsBetween(first, monthsLater(first, count));
        expect(months).toEqual(Array.from({ length: Math.max(count + 1, 0) }, (_, index) => monthsLater(first, index)));
      }),
    );
    expect(monthsBetween('2022-11', '2024-01')).toHaveLength(15);
  });

  it.each(['2011-13', '2011-11-31', '2011-00', '2011', '11-2011', '2011-1', ' 2011-01', '2011-01-01', '9999-12', ''])(
    '%s is none',
    (text) => expect(text).not.toMatch(MONTH),
  );
});
