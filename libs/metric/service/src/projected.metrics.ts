import type { PositionWaiter } from '@tenure/http';
import {
  METRICS,
  MetricQuestionError,
  MetricReader,
  questionFlaw,
  type MetricQuestion,
  type MetricValue,
} from '@tenure/metric-contract';
import { Measuring, Mergers } from '@tenure/metric-core';
import type { ThemedTexts } from '@tenure/theme-contract';
import type { DataSource, EntityManager } from 'typeorm';
import { answersIn, casesIn, customersBefore, mergedCustomers, type CustomerLists, type Span } from './fact.rows';
import { themedBy } from './themed.ids';

export interface ProjectedMetricsOptions {
  /** Whose database has the read models; owned by the caller. */
  readonly dataSource: DataSource;
  readonly themes: ThemedTexts;
  readonly waiter: PositionWaiter;
  /** How long the read models are waited for. */
  readonly waitLimitMs: number;
}

export const METRIC_PROJECTIONS = ['metric-case', 'metric-answer', 'metric-customer'] as const;

/** Metrics from their read models. Rejects with ProjectionBehindError where these do not come up in time. */
export class ProjectedMetrics extends MetricReader {
  constructor(private readonly options: ProjectedMetricsOptions) {
    super();
  }

  async measureAll(questions: readonly MetricQuestion[], position?: bigint): Promise<readonly MetricValue[]> {
    const { dataSource, themes, waiter, waitLimitMs } = this.options;
    for (const question of questions) {
      const flaw = questionFlaw(question);
      if (flaw !== undefined) throw new MetricQuestionError(flaw);
    }
    if (position !== undefined) await waiter.waitFor(position, METRIC_PROJECTIONS, waitLimitMs);
    const themed = await themedBy(themes, questions);
    return dataSource.transaction('REPEATABLE READ', async (manager) => {
      const measuring = new Measuring(questions, new Mergers(await mergedCustomers(manager)), themed);
      await seeCases(manager, measuring, questions);
      await seeAnswers(manager, measuring, questions);
      await seeCustomers(manager, measuring, questions);
      return measuring.values();
    });
  }
}

async function seeCases(manager: EntityManager, measuring: Measuring, all: readonly MetricQuestion[]): Promise<void> {
  const questions = all.filter(({ metricId }) => metricId === 'complaint-rate' || isOf(metricId, ['cases', 'clocks']));
  const span = spanOf(questions);
  if (!span) return;
  for await (const cases of casesIn(manager, span, asksForTiers(questions))) {
    for (const facts of cases) measuring.seeCase(facts, facts.tiers);
  }
}

async function seeAnswers(manager: EntityManager, measuring: Measuring, all: readonly MetricQuestion[]): Promise<void> {
  const questions = all.filter(({ metricId }) => isOf(metricId, ['answers', 'invitations']));
  const span = spanOf(questions);
  if (!span) return;
  for await (const answers of answersIn(manager, span, asksForTiers(questions))) {
    for (const facts of answers) measuring.seeAnswer(facts, facts.tiers);
  }
}

async function seeCustomers(
  manager: EntityManager,
  measuring: Measuring,
  all: readonly MetricQuestion[],
): Promise<void> {
  const questions = all.filter(({ metricId }) => isOf(metricId, ['customers']));
  const span = spanOf(questions);
  if (!span) return;
  for await (const customers of customersBefore(manager, span.until, listsOf(questions))) {
    for (const facts of customers) measuring.seeCustomer(facts);
  }
}

/** What is observed of a customer besides that they are there. */
const LISTS: Readonly<Partial<Record<MetricQuestion['metricId'], CustomerLists>>> = {
  'churn-rate': 'stages',
  'repurchase-rate': 'purchases',
  'referral-share': 'referrals',
};

function listsOf(questions: readonly MetricQuestion[]): ReadonlySet<CustomerLists> {
  const observed = questions.flatMap(({ metricId }) => LISTS[metricId] ?? []);
  return new Set([...observed, ...(asksForTiers(questions) ? (['tiers'] as const) : [])]);
}

const isOf = (
  metricId: MetricQuestion['metricId'],
  observed: readonly (typeof METRICS)[typeof metricId]['of'][],
): boolean => observed.includes(METRICS[metricId].of);

const asksForTiers = (questions: readonly MetricQuestion[]): boolean =>
  questions.some(({ segment }) => segment.tiers !== undefined);

function spanOf(questions: readonly MetricQuestion[]): Span | undefined {
  if (questions.length === 0) return undefined;
  const from = Math.min(...questions.map(({ window }) => Date.parse(window.from)));
  const until = Math.max(...questions.map(({ window }) => Date.parse(window.until)));
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}
