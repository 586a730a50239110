import * as fc from 'fast-check';
import {
  METRIC_IDS,
  METRICS,
  type MetricQuestion,
  type MetricSegment,
  type MetricValue,
} from '@tenure/metric-contract';
import { anyMetricHistory, anyMoment, anyProduct, anyTier } from './testing/any.history';
import { happenedAt } from './testing/business.time';
import { happens } from './testing/metric.events';
import { measured } from './testing/measured';
import { recount } from './testing/naive.recount';

const JANUARY = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
const DAY_MS = 86_400_000;

const anySegment: fc.Arbitrary<MetricSegment> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  fc.record({ tiers: fc.uniqueArray(anyTier, { minLength: 1, maxLength: 2 }) }),
  fc.record({ product: anyProduct }),
  fc.record({ product: anyProduct, tiers: fc.constant(['A', 'B']) }),
  fc.record({ caseTypes: fc.constant(['inquiry'] as const) }),
  fc.record({ surveyId: fc.constant('s-1'), label: fc.constant('late') }),
);

/** Each metric over one window and of one segment, as of a moment that may not be the window's end. */
const anyQuestions: fc.Arbitrary<readonly MetricQuestion[]> = fc
  .record({
    segment: anySegment,
    from: anyMoment,
    days: fc.integer({ min: 30, max: 120 }),
    asOfDays: fc.option(fc.integer({ min: 10, max: 120 }), { nil: undefined }),
  })
  .map(({ segment, from, days, asOfDays }) =>
    METRIC_IDS.map((metricId) => ({
      metricId,
      segment: confined(metricId, segment),
      window: { from, until: later(from, days) },
      ...(asOfDays !== undefined && { asOf: later(from, asOfDays) }),
    })),
  );

const later = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY_MS).toISOString();

/** Each metric by what it can be confined to. */
const confined = (metricId: (typeof METRIC_IDS)[number], segment: MetricSegment): MetricSegment =>
  Object.fromEntries(
    Object.entries(segment).filter(([name]) => METRICS[metricId].segments.some((known) => known === name)),
  );

describe('metrics', () => {
  it('are what a recount of the events finds, each observation of it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyMetricHistory, anyQuestions, (events, questions) => {
        const values = measured(events, questions);
        questions.forEach((question, index) => {
          const found = recount(events, question);
          if (new Set(found).size > 1) seen.add(question.metricId);
          expectToBeOf(values[index], question, found);
        });
      }),
      // The rarest is found in one history of seventeen: of 60 histories every thirty-fifth run would have none with it.
      { numRuns: 240, plugins: [fc.unbiased()] },
    );
    // Otherwise a metric of which nothing was ever found would have been proved by nothing.
    expect([...seen].sort()).toEqual([...METRIC_IDS].sort());
  });

  it('are as they were then, whatever happened since, and alike alone and among others', () =>
    fc.assert(
      fc.property(anyMetricHistory, anyQuestions, (events, questions) => {
        const together = measured(events, questions);
        const alone = questions.flatMap((question) => {
          const { asOf = question.window.until } = question;
          return measured(
            events.filter((event) => happenedAt(event) <= Date.parse(asOf)),
            [question],
          );
        });
        expect(together).toEqual(alone);
      }),
      { numRuns: 20, plugins: [fc.unbiased()] },
    ));

  it('count what has the theme alone, where a theme is asked for', () => {
    const question = { metricId: 'resolution-rate', segment: { themeId: 'late' }, window: JANUARY } as const;
    const events = ['c-1', 'c-2', 'c-3'].map((id) => happens.opens(id, '2024-01-05T00:00:00Z'));
    const about = new Set(['c-1', 'c-3']);
    const [value] = measured([...events, happens.resolves('c-3', '2024-01-06T00:00:00Z')], [question], () => about);
    expect(value).toMatchObject({ n: 2, value: 50, spread: { kind: 'share', successes: 1 } });
  });

  it('say what belongs to them beside the value', () => {
    const asked = '2024-01-02T00:00:00Z';
    const scores = [
      { csat: 5, nps: 10, ces: 7 },
      { csat: 3, nps: 7, ces: 2 },
      { csat: 4, nps: 0, ces: 6 },
    ];
    const events = scores.flatMap((given, index) => [
      happens.isAsked(`i-${index}`, asked),
      happens.answers(`i-${index}`, '2024-01-03T00:00:00Z', asked, given),
    ]);
    const [csat, nps, ces, waiting] = measured(
      [...events, happens.opens('c-1', asked)],
      (['csat', 'nps', 'ces', 'first-response-hours'] as const).map((metricId) => ({
        metricId,
        segment: {},
        window: JANUARY,
      })),
    );
    expect(csat).toMatchObject({ n: 3, besides: { meanScore: 4 } });
    expect(csat?.value).toBeCloseTo(66.667, 3);
    expect(nps).toMatchObject({ n: 3, value: 0, spread: { deviation: 100 } });
    expect(nps?.besides).toEqual({ promoters: 1, passives: 1, detractors: 1 });
    expect(ces).toMatchObject({ n: 3, besides: { meanScore: 5 } });
    expect(waiting).toMatchObject({ n: 0, value: null, besides: { waiting: 1 } });
  });

  it('have no value where there is nothing to measure', () => {
    const questions = METRIC_IDS.map((metricId) => ({ metricId, segment: {}, window: JANUARY }));
    for (const value of measured([], questions)) {
      expect(value).toMatchObject({ n: 0, value: null, interval: null, asOf: JANUARY.until });
      expect(JSON.stringify(value)).not.toMatch(/NaN|Infinity/);
    }
  });
});

function expectToBeOf(value: MetricValue | undefined, { metricId }: MetricQuestion, found: readonly number[]): void {
  expect(value).toMatchObject({ metricId, n: found.length });
  if (!value || found.length === 0) return expect(value?.value).toBeNull();
  const mean = sumOf(found) / found.length;
  expect(value.value).toBeCloseTo(value.spread.kind === 'share' ? 100 * mean : mean, 8);
  if (value.spread.kind === 'share') expect(value.spread.successes).toBe(sumOf(found));
  else expect(value.spread.deviation).toBeCloseTo(deviationOf(found), 6);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

function deviationOf(values: readonly number[]): number {
  const mean = sumOf(values) / values.length;
  return Math.sqrt(sumOf(values.map((one) => (one - mean) ** 2)) / Math.max(1, values.length - 1));
}
