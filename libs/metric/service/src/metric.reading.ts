import { Inject, Injectable } from '@nestjs/common';
import { monthAt, monthsBetween, monthsLater, windowOfMonth } from '@tenure/calendar';
import { Clock, fail, failAt } from '@tenure/http';
import {
  METRIC_IDS,
  MetricReader,
  questionFlaw,
  type MetricId,
  type MetricQuestion,
  type MetricValue,
} from '@tenure/metric-contract';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { segmentOf, type MetricMonthsQuery, type MetricQuery } from './metric.query';

const DAYS = 30;
const DAY_MS = 86_400_000;
const MONTHS = 12;
const MOST_MONTHS = 120;

/** Answers what is asked of metrics from outside. */
@Injectable()
export class MetricReading {
  constructor(
    @Inject(MetricReader) private readonly metrics: MetricReader,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async value(metricId: string, query: MetricQuery): Promise<MetricValue> {
    const { until = this.clock.now(), asOf } = query;
    const { from = new Date(Date.parse(until) - DAYS * DAY_MS).toISOString() } = query;
    const question = { metricId: metricIdOf(metricId), segment: segmentOf(query), window: { from, until }, asOf };
    refuseFlawed(question);
    return this.metrics.measure(question);
  }

  /** One value for each month, each as it was known at its end unless another moment is asked for. */
  async months(metricId: string, query: MetricMonthsQuery): Promise<readonly MetricValue[]> {
    const timeZone = query.timeZone ?? (await this.#timeZone());
    const to = query.to ?? monthAt(Date.parse(this.clock.now()), timeZone);
    const months = monthsBetween(query.from ?? monthsLater(to, 1 - MONTHS), to);
    if (months.length === 0) throw failAt('invalid-parameter', 'from', `from ${query.from} is after to ${to}`);
    if (months.length > MOST_MONTHS) throw failAt('invalid-parameter', 'from', `not more than ${MOST_MONTHS} months`);
    const asked = { metricId: metricIdOf(metricId), segment: segmentOf(query), asOf: query.asOf };
    const questions = months.map((month) => {
      const { from, until } = windowOfMonth(month, timeZone);
      return { ...asked, window: { from, until } };
    });
    for (const question of questions) refuseFlawed(question);
    return this.metrics.measureAll(questions);
  }

  async #timeZone(): Promise<string> {
    const rules = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, this.clock.now());
    return rules?.content.timeZone ?? 'UTC';
  }
}

function refuseFlawed(question: MetricQuestion): void {
  const flaw = questionFlaw(question);
  if (flaw !== undefined) throw fail('invalid-parameter', flaw);
}

function metricIdOf(text: string): MetricId {
  const known = METRIC_IDS.find((metricId) => metricId === text);
  if (!known) throw fail('not-found', `There is no metric ${text}; there are ${METRIC_IDS.join(', ')}`);
  return known;
}
