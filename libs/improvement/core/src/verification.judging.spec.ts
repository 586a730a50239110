import * as fc from 'fast-check';
import type { MetricId, MetricValue } from '@tenure/metric-contract';
import { judge, judgeAgain } from './verification.judging';
import { periodAfter } from './verification.periods';

const WINDOW = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
const GROUND = { confidencePercent: 95, policy: { policyId: 'improvement', version: 1 } };
const asked = { segment: {}, window: WINDOW, asOf: WINDOW.until, interval: null };

const share = (successes: number, n: number, metricId: MetricId = 'csat'): MetricValue => ({
  ...asked,
  metricId,
  n,
  value: n === 0 ? null : (100 * successes) / n,
  spread: { kind: 'share', successes },
});

function mean(values: readonly number[], metricId: MetricId = 'first-response-hours'): MetricValue {
  const n = values.length;
  const average = values.reduce((sum, one) => sum + one, 0) / n;
  const squares = values.reduce((sum, one) => sum + (one - average) ** 2, 0);
  const deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
  return { ...asked, metricId, n, value: n === 0 ? null : average, spread: { kind: 'mean', deviation } };
}

const plan = (target: Parameters<typeof judge>[0]['target'], smallestSample = 20) => ({ target, smallestSample });

describe('the verdict on a measure', () => {
  it('is effective where the target is reached and the rise is beyond chance, with the figures', () => {
    const result = judge(plan({ atLeast: 85 }), share(312, 400), share(356, 400), GROUND);
    expect(result).toMatchObject({
      verdict: 'effective',
      test: 'newcombe',
      targetReached: true,
      confidencePercent: 95,
    });
    expect(result.difference).toBeCloseTo(11, 9);
    expect(result.reason).toEqual({
      zh: '客户满意度 (CSAT)：基线 78 %（n=400），观察期 89 %（n=400）。变化 +11（95% 置信区间 +5.88 至 +16.09，newcombe），超出偶然范围；目标至少 85 %，已达到：有效。',
      en: 'Customer satisfaction (CSAT): 78 % (n 400) in the baseline, 89 % (n 400) observed. A difference of +11 (95 % interval +5.88 to +16.09, newcombe), beyond chance; the target of at least 85 % is reached: effective.',
    });
  });

  it('is not effective where the target is missed, or chance may have done it', () => {
    expect(judge(plan({ atLeast: 95 }), share(312, 400), share(356, 400), GROUND)).toMatchObject({
      verdict: 'not-effective',
      targetReached: false,
    });
    const chance = judge(plan({ atLeast: 80 }), share(30, 40), share(33, 40), GROUND);
    expect(chance).toMatchObject({ verdict: 'not-effective', targetReached: true });
    expect(chance.reason.en).toMatch(/which may be chance; the target of at least 80 % is reached: not effective/);
  });

  it('goes by which way the metric is better', () => {
    const [slow, fast] = [mean(hours(8, 60)), mean(hours(2, 60))];
    expect(judge(plan({ atMost: 3 }), slow, fast, GROUND)).toMatchObject({ verdict: 'effective', test: 'welch' });
    expect(judge(plan({ atMost: 10 }), fast, slow, GROUND)).toMatchObject({ verdict: 'not-effective' });
  });

  it.each([
    [share(0, 0), share(90, 100)],
    [share(70, 100), share(19, 19)],
    [share(70, 100), share(0, 0)],
    [mean([]), mean([])],
    [mean([3]), mean([1])],
  ])('says nothing of too little (%#)', (baseline, observed) => {
    const result = judge(plan({ atLeast: 1 }, baseline.n === 1 ? 1 : 20), baseline, observed, GROUND);
    expect(result.verdict).toBe('not-enough-data');
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('calls hardly any measure effective that changes nothing', () => {
    const worlds = [0.1, 0.5, 0.9].map((probability) => () => share(successes(probability, 40), 40));
    for (const world of [...worlds, () => mean(hours(5, 30))]) {
      const found = times(WORLDS, () => {
        const [baseline, observed] = [world(), world()];
        const best = observed.spread.kind === 'share' ? { atLeast: 0 } : { atMost: 1e9 };
        return judge(plan(best), baseline, observed, GROUND).verdict === 'effective';
      });
      // Half of 5 % by design; three deviations of the count on top of it.
      expect(found).toBeLessThanOrEqual(WORLDS * 0.025 + 3 * Math.sqrt(WORLDS * 0.025));
    }
  });

  it('sees a measure that helps', () => {
    const found = times(
      200,
      () =>
        judge(plan({ atLeast: 70 }), share(successes(0.5, 150), 150), share(successes(0.8, 150), 150), GROUND)
          .verdict === 'effective',
    );
    expect(found).toBeGreaterThan(190);
  });
});

describe('whether an effect lasts', () => {
  const lasting = { ...GROUND, looks: 12 };

  it('is lost where the target is missed beyond chance, and not where a little is lost or the target still reached', () => {
    const then = share(180, 200);
    const target = plan({ atLeast: 85 });
    expect(judgeAgain(target, then, share(120, 200), lasting)).toMatchObject({ verdict: 'not-effective' });
    expect(judgeAgain(target, then, share(168, 200), lasting)).toMatchObject({
      verdict: 'effective',
      targetReached: false,
    });
    expect(judgeAgain(plan({ atLeast: 60 }), then, share(125, 200), lasting)).toMatchObject({ verdict: 'effective' });
    expect(judgeAgain(target, then, share(5, 6), lasting)).toMatchObject({ verdict: 'not-enough-data' });
    expect(judgeAgain(target, then, share(120, 200), lasting).reason.en).toMatch(
      /when it was verified.*it has regressed/,
    );
  });

  it('is hardly ever called lost while it lasts, however often is looked', () => {
    const worlds = 600;
    const lost = times(worlds, () => {
      const then = share(successes(0.85, 80), 80);
      return Array.from({ length: lasting.looks }, () => share(successes(0.85, 80), 80)).some(
        (later) => judgeAgain(plan({ atLeast: 85 }), then, later, lasting).verdict === 'not-effective',
      );
    });
    expect(lost).toBeLessThanOrEqual(worlds * 0.05 + 3 * Math.sqrt(worlds * 0.05));
  });

  it('is looked at in windows as long as the observation that never meet', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 366 }), (days, everyDays) => {
        const from = Date.parse('2024-01-01T00:00:00Z');
        const observation = { from: iso(from), until: iso(from + days * DAY_MS) };
        const first = periodAfter(observation.until, observation, { everyDays, times: 3 });
        const second = periodAfter(first.until, observation, { everyDays, times: 3 });
        for (const { from: start, until } of [first, second]) {
          expect(Date.parse(until) - Date.parse(start)).toBe(days * DAY_MS);
        }
        expect([first.from >= observation.until, second.from >= first.until]).toEqual([true, true]);
        expect(Date.parse(first.until) - Date.parse(observation.until)).toBe(Math.max(days, everyDays) * DAY_MS);
      }),
    ));
});

const DAY_MS = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

const WORLDS = 2_000;
const SEED = 20_241_107;
const chance = random(SEED);

const times = (count: number, happens: () => boolean): number =>
  Array.from({ length: count }).filter(() => happens()).length;

const successes = (probability: number, n: number): number => times(n, () => chance() < probability);

/** Log-normal, as times of service are. */
const hours = (median: number, n: number): number[] =>
  Array.from(
    { length: n },
    () => median * Math.exp(0.8 * Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())),
  );

/** Mulberry32 by T. Ettinger, public domain: the same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
