import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { periodOf } from './budget.period';

describe('the period of a budget', () => {
  it('is that of the wall clock where the policy applies', () => {
    expect(periodOf('2026-03-31T16:00:00Z', 'month', 'Asia/Shanghai')).toBe('2026-04');
    expect(periodOf('2026-03-31T16:00:00Z', 'quarter', 'Asia/Shanghai')).toBe('2026-Q2');
    expect(periodOf('2026-03-31T16:00:00Z', 'quarter', 'Europe/Rome')).toBe('2026-Q1');
  });

  it('is what a calendar library says', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-30'), noInvalidDate: true }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
        (at, zone) => {
          const local = DateTime.fromJSDate(at, { zone });
          expect(periodOf(at.toISOString(), 'month', zone)).toBe(local.toFormat('yyyy-MM'));
          expect(periodOf(at.toISOString(), 'quarter', zone)).toBe(local.toFormat("yyyy-'Q'q"));
        },
      ),
    ));
});
