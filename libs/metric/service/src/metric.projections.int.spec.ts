import * as fc from 'fast-check';
import { CheckpointWaiter } from '@tenure/http';
import { recordAll } from '@tenure/kernel/testing';
import { METRIC_IDS, METRICS, MetricQuestionError, type MetricQuestion } from '@tenure/metric-contract';
import { anyMetricHistory, measured } from '@tenure/metric-core/testing';
import { ProjectionBehindError } from '@tenure/projections';
import { useProjections } from '@tenure/projections/testing';
import { ThemedTexts, type ThemedQuestion } from '@tenure/theme-contract';
import { metricMigrations, metricProjections } from './metric.projections';
import { ProjectedMetrics } from './projected.metrics';

const SEED = 20_240_502;
const [events = []] = fc.sample(anyMetricHistory, { numRuns: 1, seed: SEED });
const POSITION = BigInt(events.length - 1);

class EvenTexts extends ThemedTexts {
  async find({ themeId }: ThemedQuestion): Promise<ReadonlyMap<string, readonly string[]>> {
    return new Map([...ABOUT].map((id) => [id, [themeId ?? '']]));
  }
}
const ABOUT: ReadonlySet<string> = new Set(Array.from({ length: 40 }, (_, index) => `c-${2 * index}`));

describe('the read models of metrics', () => {
  const database = useProjections({ bindings: metricProjections, migrations: metricMigrations });

  const reader = (waitLimitMs = 60_000) =>
    new ProjectedMetrics({
      dataSource: database.dataSource,
      themes: new EvenTexts(),
      waiter: new CheckpointWaiter(database.dataSource),
      waitLimitMs,
    });

  it('answer what the events say, many questions at once, however the batches fall', async () => {
    const asked = reader().measureAll(QUESTIONS, POSITION);
    await database.project(recordAll(events), 23);
    const values = await asked;
    expect(values).toEqual(
      measured(events, QUESTIONS, ({ segment }) => (segment.themeId === undefined ? undefined : ABOUT)),
    );
    expect(values.filter(({ n }) => n > 0).length).toBeGreaterThan(QUESTIONS.length / 2);
  });

  it('refuse what cannot be asked, and what is not there yet', async () => {
    const [first] = QUESTIONS;
    if (!first) throw new Error('nothing is asked');
    const unlike = { ...first, metricId: 'churn-rate', segment: { product: 'lamp' } } as const;
    await expect(reader().measure(unlike)).rejects.toThrow(MetricQuestionError);
    const backwards = { ...first, window: { from: first.window.until, until: first.window.from } };
    await expect(reader().measure(backwards)).rejects.toThrow(/has no time in it/);
    await expect(reader(50).measure(first, 10n ** 9n)).rejects.toThrow(ProjectionBehindError);
  });
});

const WINDOWS = [
  { from: '2024-01-01T00:00:00Z', until: '2024-03-01T00:00:00Z' },
  { from: '2024-02-01T00:00:00+08:00', until: '2024-05-01T00:00:00+08:00' },
];

const QUESTIONS: readonly MetricQuestion[] = METRIC_IDS.flatMap((metricId) =>
  WINDOWS.flatMap((window) => [
    { metricId, segment: {}, window },
    { metricId, segment: { tiers: ['A', 'B'] }, window, asOf: '2024-04-01T00:00:00Z' },
    ...(METRICS[metricId].of === 'cases' ? [{ metricId, segment: { themeId: 'late' }, window }] : []),
  ]),
);
