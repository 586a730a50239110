import { MetricReader, type MetricQuestion, type MetricValue } from '@tenure/metric-contract';

/** What a measure raises from 70 to 90 of 100 for as long as it is observed; whenever it is measured alone, it is 50. */
export class GivenMetrics extends MetricReader {
  override measureAll([baseline, ...later]: readonly MetricQuestion[]): Promise<readonly MetricValue[]> {
    const observed = later.map((question) => valueOf(question, 90));
    return Promise.resolve(baseline ? [valueOf(baseline, 70), ...observed] : []);
  }

  override measure = (question: MetricQuestion): Promise<MetricValue> => Promise.resolve(valueOf(question, 50));
}

const valueOf = (question: MetricQuestion, successes: number): MetricValue => ({
  ...question,
  asOf: question.window.until,
  n: 100,
  value: successes,
  interval: null,
  spread: { kind: 'share', successes },
});
