import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { MONTH, monthAt, monthsBetween, monthsLater, windowOfMonth, type MonthWindow } from '@tenure/calendar';
import { DimensionScores } from '@tenure/feedback-contract';
import { Clock, failAt } from '@tenure/http';
import { MetricReader, type MetricId, type MetricQuestion, type MetricValue } from '@tenure/metric-contract';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { Matches } from 'class-validator';
import type { DimensionScoreView, FeedbackScoresView, MonthScoresView, ScoreView } from './feedback-scores.view';

const aMonth = { message: '$property must be a month, such as 2026-10' };
const MOST_MONTHS = 60;
const USUAL_MONTHS = 12;
const NO_TIME_ZONE = 'UTC';
const METRICS = ['survey-response-rate', 'csat', 'nps', 'ces'] as const satisfies readonly MetricId[];

export class FeedbackScoresQuery {
  @ApiPropertyOptional({ description: 'All surveys together, where it is left out.' })
  @MayBeAbsent()
  @IsId()
  readonly surveyId?: string;

  @ApiPropertyOptional({
    example: '2026-01',
    description: 'The first month; a year before the last, where it is left out.',
  })
  @MayBeAbsent()
  @Matches(MONTH, aMonth)
  readonly from?: string;

  @ApiPropertyOptional({ example: '2026-10', description: 'The last month; the present one, where it is left out.' })
  @MayBeAbsent()
  @Matches(MONTH, aMonth)
  readonly until?: string;
}

/** What surveys say, month by month, each as it was known at its end. */
export class GetFeedbackScores extends Query<FeedbackScoresView> {
  constructor(readonly filter: FeedbackScoresQuery) {
    super();
  }
}

@QueryHandler(GetFeedbackScores)
export class GetFeedbackScoresHandler implements IQueryHandler<GetFeedbackScores> {
  constructor(
    @Inject(MetricReader) private readonly metrics: MetricReader,
    @Inject(DimensionScores) private readonly dimensions: DimensionScores,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ filter }: GetFeedbackScores): Promise<FeedbackScoresView> {
    const now = this.clock.now();
    const rules = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, now);
    const timeZone = rules?.content.timeZone ?? NO_TIME_ZONE;
    const { surveyId } = filter;
    const windows = windowsOf(filter, timeZone, now);
    const values = await this.metrics.measureAll(windows.flatMap((window) => questionsOn(window, surveyId)));
    const months = windows.map((window, index) =>
      this.#monthOf(window, values.slice(index * METRICS.length, (index + 1) * METRICS.length), surveyId),
    );
    return { ...(surveyId !== undefined && { surveyId }), timeZone, months: await Promise.all(months) };
  }

  async #monthOf(
    { month, from, until }: MonthWindow,
    [responseRate, csat, nps, ces]: readonly MetricValue[],
    surveyId: string | undefined,
  ): Promise<MonthScoresView> {
    const scores = await this.dimensions.between(from, until, surveyId);
    const dimensions = scores.map(({ dimension, n, mean: value, interval }): DimensionScoreView => ({
      dimension,
      ...scoreOf({ n, value, interval }),
    }));
    const figures = { responseRate: scoreOf(responseRate), csat: scoreOf(csat), nps: scoreOf(nps), ces: scoreOf(ces) };
    return { month, from, until, ...figures, dimensions };
  }
}

function windowsOf({ from, until }: FeedbackScoresQuery, timeZone: string, now: string): readonly MonthWindow[] {
  const last = until ?? monthAt(Date.parse(now), timeZone);
  const first = from ?? monthsLater(last, 1 - USUAL_MONTHS);
  const months = monthsBetween(first, last);
  if (months.length > 0 && months.length <= MOST_MONTHS) return months.map((month) => windowOfMonth(month, timeZone));
  throw failAt(
    'invalid-parameter',
    'from',
    `from must be one of the ${MOST_MONTHS} months up to until, which is ${last}`,
  );
}

const questionsOn = ({ from, until }: MonthWindow, surveyId: string | undefined): readonly MetricQuestion[] =>
  METRICS.map((metricId) => ({
    metricId,
    segment: surveyId === undefined ? {} : { surveyId },
    window: { from, until },
  }));

type Measured = Pick<MetricValue, 'n' | 'value'> & { readonly interval?: MetricValue['interval'] | undefined };

function scoreOf(measured: Measured = NOTHING): ScoreView {
  const { low, high } = measured.interval ?? { low: null, high: null };
  return { n: measured.n, value: measured.value, low, high };
}

const NOTHING: Measured = { n: 0, value: null };
