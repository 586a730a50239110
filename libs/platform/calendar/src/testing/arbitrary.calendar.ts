import * as fc from 'fast-check';
import { type CalendarDefinition, type HolidayYears, type OpenInterval } from '../calendar.definition';
import { dayText, parseDay } from '../civil.day';
import { clockText } from '../day.interval';

/** Moments at which something happens in a zone: its clocks change, or a year ends. Epoch seconds. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Shanghai': ['2025-09-30T16:00:00Z', '2025-12-31T16:00:00Z'],
  'Europe/Rome': ['2025-03-30T01:00:00Z', '2025-10-26T01:00:00Z', '2025-12-31T23:00:00Z'],
  'America/New_York': ['2025-03-09T07:00:00Z', '2025-11-02T06:00:00Z'],
  'Australia/Lord_Howe': ['2025-04-05T15:00:00Z', '2025-10-04T15:30:00Z'],
  'Asia/Kathmandu': ['2025-12-31T18:15:00Z'],
  // Sets its clocks by midnight.
  'America/Havana': ['2025-03-09T05:00:00Z', '2025-11-02T05:00:00Z'],
  // Left out 2011-12-30 altogether.
  'Pacific/Apia': ['2011-12-30T10:00:00Z'],
  UTC: ['2025-12-31T00:00:00Z'],
};

export interface ArbitraryCase {
  readonly definition: CalendarDefinition;
  readonly holidays: HolidayYears;
  /** Epoch seconds; within two days of something that happens to the zone's clocks. */
  readonly start: number;
}

export const arbitraryCase: fc.Arbitrary<ArbitraryCase> = fc
  .constantFrom(...Object.entries(ZONES).flatMap(([zone, moments]) => moments.map((moment) => [zone, moment] as const)))
  .chain(([timeZone, moment]) => {
    const happens = Date.parse(moment) / 1000;
    return fc.record({
      definition: definitionIn(timeZone, moment),
      holidays: holidaysAround(moment),
      start: fc.integer({ min: happens - 2 * 86_400, max: happens + 86_400 }),
    });
  });

/** Up to five intervals; some touch, some reach the end of the day. */
const arbitraryHours: fc.Arbitrary<readonly OpenInterval[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 1440, 60, 90, 120, 150, 180)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((cuts) => {
    const ordered = [...cuts].sort((one, other) => one - other);
    const pairs = ordered.slice(1).map((to, index) => [ordered[index] ?? 0, to] as const);
    return pairs
      .filter(([, to], index) => index % 2 === 0 || to % 3 === 0)
      .map(([from, to]) => [clockText(from * 60), clockText(to * 60)]);
  });

const definitionIn = (timeZone: string, moment: string): fc.Arbitrary<CalendarDefinition> =>
  fc.record(
    {
      timeZone: fc.constant(timeZone),
      week: fc.oneof(
        { weight: 1, arbitrary: fc.constant('always' as const) },
        { weight: 6, arbitrary: fc.record(weekOf(arbitraryHours), { requiredKeys: ['monday'] }) },
      ),
      holidaysId: fc.constant('holidays'),
      makeUpDays: arbitraryHours,
      exceptions: fc
        .uniqueArray(fc.record({ day: dayAround(moment), name: fc.constant('closing'), intervals: arbitraryHours }), {
          selector: ({ day }) => day,
          maxLength: 2,
        })
        .map((all) => all.map((one, index) => (index === 0 ? { ...one, intervals: [] } : one))),
    },
    { requiredKeys: ['timeZone', 'week', 'exceptions'] },
  );

const weekOf = <Value>(value: Value) => ({
  monday: value,
  tuesday: value,
  wednesday: value,
  thursday: value,
  friday: value,
  saturday: value,
  sunday: value,
});

const holidaysAround = (moment: string): fc.Arbitrary<HolidayYears> =>
  fc
    .uniqueArray(fc.record({ day: dayAround(moment), name: fc.constant('feast'), isOffDay: fc.boolean() }), {
      selector: ({ day }) => day,
      maxLength: 4,
    })
    .map((days) => ({ region: 'XX', years: yearsOf(days) }));

function yearsOf(days: HolidayYears['years'][number]['days']): HolidayYears['years'] {
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))];
  return years.map((year) => ({ year, days: days.filter(({ day }) => day.startsWith(`${year}`)) }));
}

const dayAround = (moment: string): fc.Arbitrary<string> =>
  fc.integer({ min: -2, max: 4 }).map((offset) => dayText((parseDay(moment.slice(0, 10)) ?? 0) + offset));
