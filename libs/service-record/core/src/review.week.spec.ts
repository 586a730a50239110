import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { weekOf } from './review.week';

describe('the week of a review', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-W47'],
    ['2026-11-22T16:00:00Z', '2026-W48'],
    ['2027-01-01T00:00:00+08:00', '2026-W53'],
    ['2024-12-30T00:00:00+08:00', '2025-W01'],
  ])('of %s is %s in Shanghai', (at, week) => expect(weekOf(at, 'Asia/Shanghai')).toBe(week));

  it('is what a calendar library says', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-05'), max: new Date('2199-12-20'), noInvalidDate: true }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'),
        (at, zone) =>
          expect(weekOf(at.toISOString(), zone)).toBe(DateTime.fromJSDate(at, { zone }).toFormat("kkkk-'W'WW")),
      ),
    ));
});
