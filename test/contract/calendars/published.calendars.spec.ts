import * as fc from 'fast-check';
import { compileCalendar, flawsOf, flawsOfHolidays } from '@tenure/calendar';
import { readContent } from '@tenure/policy-contract';
import { checkContent } from '@tenure/policy-core';

/** Clocks compile the calendars that were published, deep in a decision that may not throw. */

const time = fc.constantFrom('00:00', '09:00', '09:30', '12:00', '18:00', '24:00', '9:00', '24:01');
const intervals = fc.array(fc.tuple(time, time), { maxLength: 3 });
const day = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-02-29', '2026-1-1', '2026-12-31');

const week = fc.record({
  monday: intervals,
  tuesday: intervals,
  wednesday: fc.constant([]),
  thursday: fc.constant([]),
  friday: fc.constant([]),
  saturday: fc.constant([]),
  sunday: fc.constant([]),
});
const calendar = fc.record(
  {
    timeZone: fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Nowhere', ''),
    week: fc.oneof(fc.constant('always'), week),
    holidaysId: fc.constant('holidays-CN'),
    makeUpDays: intervals,
    exceptions: fc.array(fc.record({ day, name: fc.constant('Fair'), intervals }), { maxLength: 2 }),
  },
  { requiredKeys: ['timeZone', 'week', 'exceptions'] },
);
const holidays = fc.record({
  region: fc.constant('CN'),
  years: fc.array(
    fc.record({
      year: fc.constantFrom(2025, 2026),
      days: fc.array(fc.record({ day, name: fc.constant('元旦'), isOffDay: fc.boolean() }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

it('every calendar that may be published can be counted with, and no other', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(calendar, (content) => {
      const read = readContent('calendar', content);
      if (read.flaw !== undefined) return;
      const flaw = checkContent('calendar', read.content);
      // What is needless or missing besides is the policy's own affair.
      if (flaw?.code === 'policy-holidays-close-nothing' || flaw?.code === 'policy-make-up-days-undefined') return;
      seen[flaw ? 'refused' : 'accepted']++;
      expect(flawsOf(read.content).length > 0).toBe(flaw !== undefined);
      if (!flaw) compileCalendar(read.content);
    }),
    { numRuns: 15_000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(20);
});

it('so can all holidays', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(holidays, (content) => {
      const read = readContent('holidays', content);
      if (read.flaw !== undefined) return;
      const flaw = checkContent('holidays', read.content);
      seen[flaw ? 'refused' : 'accepted']++;
      expect(flawsOfHolidays(read.content).length > 0).toBe(flaw !== undefined);
    }),
    { numRuns: 15_000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(20);
});
