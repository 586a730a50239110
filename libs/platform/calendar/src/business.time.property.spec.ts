import * as fc from 'fast-check';
import { compileCalendar } from './business.calendar';
import { deadline, elapsed } from './business.time';
import { isOpenAt, openIntervals } from './calendar.day';
import { dayText, parseDay } from './civil.day';
import { arbitraryCase } from './testing/arbitrary.calendar';
import { SlowCount } from './testing/slow.count';

const TWO_DAYS = 2 * 86_400;
/** Looking at every second takes its time. */
const RUNS = { numRuns: 100 };

const arbitraryPauses = fc.array(
  fc.record(
    { from: fc.integer({ min: -3600, max: TWO_DAYS }), length: fc.integer({ min: 0, max: 40_000 }) },
    { requiredKeys: ['from'] },
  ),
  { maxLength: 4 },
);

const pausesFrom = (start: number, pauses: readonly { from: number; length?: number }[]) =>
  pauses.map(({ from, length }) => ({
    start: start + from,
    ...(length !== undefined && { end: start + from + length }),
  }));

const inMs = (pauses: readonly { start: number; end?: number }[]) =>
  pauses.map(({ start, end }) => ({ start: start * 1000, ...(end !== undefined && { end: end * 1000 }) }));

it('counts what a look at every second counts', () => {
  fc.assert(
    fc.property(
      arbitraryCase,
      fc.integer({ min: 0, max: TWO_DAYS }),
      arbitraryPauses,
      ({ definition, holidays, start }, length, offsets) => {
        const slow = new SlowCount(definition, holidays);
        const pauses = pausesFrom(start, offsets);
        const calendar = compileCalendar(definition, holidays);
        const { seconds } = elapsed(start * 1000, (start + length) * 1000, calendar, inMs(pauses));
        expect(seconds).toBe(slow.elapsed(start, start + length, pauses));
      },
    ),
    RUNS,
  );
});

it('is due at the second at which a look at every second has counted enough', () => {
  fc.assert(
    fc.property(
      arbitraryCase,
      fc.integer({ min: 0, max: 60_000 }),
      arbitraryPauses,
      ({ definition, holidays, start }, seconds, offsets) => {
        const slow = new SlowCount(definition, holidays);
        const pauses = pausesFrom(start, offsets);
        const limit = start + TWO_DAYS;
        const due = deadline(start * 1000, seconds, compileCalendar(definition, holidays), inMs(pauses));
        const known = due !== undefined && due.at <= limit * 1000 ? due.at / 1000 : undefined;
        expect(known).toBe(slow.deadline(start, seconds, limit, pauses));
      },
    ),
    RUNS,
  );
});

it('finds the deadline from which exactly the given time has elapsed, over years too', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.integer({ min: 1, max: 30_000_000 }), arbitraryPauses, (one, seconds, offsets) => {
      const calendar = compileCalendar(one.definition, one.holidays);
      const start = one.start * 1000;
      const pauses = inMs(pausesFrom(one.start, offsets));
      const due = deadline(start, seconds, calendar, pauses);
      if (due === undefined) {
        expect(pauses.some(({ end }) => end === undefined)).toBe(true);
        return;
      }
      expect(elapsed(start, due.at, calendar, pauses).seconds).toBe(seconds);
      expect(elapsed(start, due.at - 1000, calendar, pauses).seconds).toBe(seconds - 1);
    }),
    { numRuns: 500 },
  );
});

it('adds up: the parts of a span are the whole, whatever the milliseconds', () => {
  fc.assert(
    fc.property(
      arbitraryCase,
      fc.tuple(fc.nat(200_000_000_000), fc.nat(200_000_000_000)),
      arbitraryPauses,
      (one, [first, second], offsets) => {
        const calendar = compileCalendar(one.definition, one.holidays);
        const pauses = inMs(pausesFrom(one.start, offsets));
        const start = one.start * 1000 + 123;
        const between = (from: number, to: number) => elapsed(from, to, calendar, pauses).seconds;
        const whole = between(start, start + first + second);
        expect(between(start, start + first) + between(start + first, start + first + second)).toBe(whole);
      },
    ),
    { numRuns: 500 },
  );
});

it('says of each day when it is open, and of each moment whether it is', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(TWO_DAYS), ({ definition, holidays, start }, length) => {
      const calendar = compileCalendar(definition, holidays);
      const slow = new SlowCount(definition, holidays);
      const moment = start + length;
      expect(isOpenAt(moment * 1000, calendar)).toBe(slow.isOpen(moment));
      const today = parseDay(new Date(moment * 1000).toISOString().slice(0, 10)) ?? 0;
      const around = [-1, 0, 1].flatMap((offset) => openIntervals(dayText(today + offset), calendar));
      expect(around.some(({ start, end }) => start <= moment * 1000 && moment * 1000 < end)).toBe(slow.isOpen(moment));
    }),
    { numRuns: 500 },
  );
});
