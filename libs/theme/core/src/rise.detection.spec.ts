import * as fc from 'fast-check';
import { ComplaintWatch } from './complaint.watch';
import type { GroupKey } from './complaint.groups';
import { clustered, poisson, rule, seeded } from './testing/seeded.flows';

const GROUPS = 12;
const YEARS = 12;
const DAYS = Math.round(YEARS * 365.25);

type Flow = (group: number, day: number, random: () => number) => number;

/** Days on which groups alarmed; each begins anew the day after, as if the problem had been dismissed at once. */
function alarmsUnder(flow: Flow, against: 'time' | 'all-complaints', seed: number, days = DAYS): [string, number][] {
  const random = seeded(seed);
  const watch = new ComplaintWatch();
  const ruleThen = { ...rule, against };
  const alarms: [string, number][] = [];
  for (let day = 0; day < days; day++) {
    const touched: GroupKey[] = [];
    for (let group = 0; group < GROUPS; group++) {
      const count = flow(group, day, random);
      if (count === 0) continue;
      watch.addTo(`theme:${group}`, day, count);
      watch.addToAll(day, count);
      touched.push(`theme:${group}`);
    }
    for (const group of touched) {
      if (!watch.detect(group, day, ruleThen)) continue;
      alarms.push([group, day]);
      watch.restart(group, day + 1);
    }
  }
  return alarms;
}

const rateOf = (group: number): number => 0.05 * 1.5 ** group;

describe('what rises', () => {
  const flows: readonly [string, Flow][] = [
    ['of independent complaints', (group, _day, random) => poisson(rateOf(group), random)],
    ['of clusters', (group, _day, random) => clustered(rateOf(group), 0.4, random)],
    ['of large clusters', (group, _day, random) => clustered(rateOf(group), 0.8, random)],
    [
      'with busy and quiet days of the week',
      (group, day, random) => poisson(rateOf(group) * (day % 7 < 5 ? 1.36 : 0.1), random),
    ],
  ];
  const cases = flows.flatMap(([name, flow]) =>
    (['time', 'all-complaints'] as const).map((against) => [name, against, flow] as const),
  );

  it.each(cases)(
    'is nothing but chance less often than allowed, in a steady flow %s, against %s',
    (_name, against, flow) => {
      const alarms = [1, 2, 3].flatMap((seed) => alarmsUnder(flow, against, seed));
      expect(alarms.length).toBeLessThanOrEqual(3 * YEARS * rule.falseAlarmsPerYear);
    },
  );

  it.each(['time', 'all-complaints'] as const)('is found within days where one group doubles (%s)', (against) => {
    const risesOn = 400;
    for (const seed of [1, 2, 3, 4, 5]) {
      const doubling: Flow = (group, day, random) =>
        poisson(group === 7 && day >= risesOn ? 2 * 4 : group === 7 ? 4 : 2, random);
      const alarms = alarmsUnder(doubling, against, seed, risesOn + 21);
      const found = alarms.find(([group]) => group === 'theme:7');
      expect(found?.[1]).toBeGreaterThanOrEqual(risesOn);
      expect(found?.[1]).toBeLessThanOrEqual(risesOn + 14);
    }
  });

  it('is not the rise of everything, against all complaints', () => {
    const growing: Flow = (group, day, random) => poisson((day >= 400 ? 3 : 1) * (0.5 + group / 10), random);
    expect(alarmsUnder(growing, 'all-complaints', 1, 460)).toEqual([]);
    expect(alarmsUnder(growing, 'time', 1, 460).length).toBeGreaterThan(GROUPS / 2);
  });

  it('needs a past, enough cases, and a rise that is worth it', () => {
    const watch = new ComplaintWatch();
    for (let day = 0; day < 70; day++) watch.addTo('theme:a', day, day < 64 ? 3 : 9);
    for (let day = 0; day < 70; day++) watch.addToAll(day, 10);
    const short = { ...rule, windowDays: 6 };
    expect(watch.detect('theme:a', 69, short)).toMatchObject({
      window: { from: 64, until: 70, cases: 54, exposure: 6 },
      baseline: { from: 0, until: 64, cases: 192, exposure: 64 },
      expected: 18,
    });
    expect(watch.detect('theme:a', 18, short)).toBeUndefined();
    expect(watch.detect('theme:a', 69, { ...short, leastCases: 55 })).toBeUndefined();
    expect(watch.detect('theme:a', 69, { ...short, leastRisePercent: 201 })).toBeUndefined();
    expect(watch.detect('theme:a', 69, { ...short, groups: ['step'] })).toBeUndefined();
    expect(watch.detect('theme:b', 69, short)).toBeUndefined();
    expect(watch.assess('theme:a', 40, short)?.hasRisen).toBe(false);
  });

  it('begins anew after a problem', () => {
    const watch = new ComplaintWatch();
    const add = (day: number, count: number) => {
      watch.addTo('theme:a', day, count);
      watch.addToAll(day, count);
    };
    for (let day = 0; day < 200; day++) add(day, 1);
    for (let day = 200; day < 300; day++) add(day, 5);
    expect(watch.detect('theme:a', 214, rule)).toBeDefined();
    watch.restart('theme:a', 215);
    expect(watch.detect('theme:a', 214, rule)).toBeDefined();
    for (let day = 215; day < 300; day++) expect(watch.detect('theme:a', day, rule)).toBeUndefined();
  });

  it('is the same whatever the order of complaints, and whether they came one by one or at once', () => {
    const complaint = fc.record({
      themes: fc.subarray(['a', 'b', 'c']),
      product: fc.constantFrom('p', 'q', null),
      steps: fc.subarray(['s', 't']),
      day: fc.integer({ min: 0, max: 120 }),
    });
    const few = { ...rule, windowDays: 7, baselineDays: 60, falseAlarmsPerYear: 300, leastCases: 2 };
    const risesOf = (
      complaints: readonly { day: number; themes: string[]; product: string | null; steps: string[] }[],
    ) => {
      const watch = new ComplaintWatch();
      for (const one of complaints) watch.add(one, one.day);
      return [...watch.groups]
        .sort()
        .flatMap((group) =>
          Array.from({ length: 121 }, (_day, day) => watch.detect(group, day, few)?.probability ?? null),
        );
    };
    fc.assert(
      fc.property(
        fc
          .array(complaint, { minLength: 1, maxLength: 200 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([ordered, shuffled]) => expect(risesOf(shuffled)).toEqual(risesOf(ordered)),
      ),
      { numRuns: 30 },
    );
  });
});
