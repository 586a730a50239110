import { Inject, Injectable } from '@nestjs/common';
import { ComplaintCounts } from '@tenure/complaint-contract';
import { DimensionScores } from '@tenure/feedback-contract';
import { METRIC_IDS, MetricReader, type MetricId, type MetricValue } from '@tenure/metric-contract';
import { monthBefore, type ReportInputs, type ReportMonth } from '@tenure/report-core';
import { ThemedTexts, type ThemeSource } from '@tenure/theme-contract';

type Figures = Pick<ReportInputs, 'cases' | 'themed' | 'heard' | 'metrics' | 'byTier' | 'trend' | 'dimensions'>;

/** Told of each tier, too. */
const OF_TIERS: readonly MetricId[] = [
  'first-response-hours',
  'resolution-hours',
  'response-attainment',
  'resolution-attainment',
  'csat',
  'churn-rate',
];
/** Drawn over the months. */
const TRENDS: readonly MetricId[] = [
  'first-response-hours',
  'response-attainment',
  'resolution-rate',
  'csat',
  'nps',
  'churn-rate',
];
const TREND_MONTHS = 6;

/** What is counted and measured of a month, each as it was known at the end of its own month. */
@Injectable()
export class MonthFigures {
  constructor(
    @Inject(MetricReader) private readonly metrics: MetricReader,
    @Inject(ComplaintCounts) private readonly complaints: ComplaintCounts,
    @Inject(ThemedTexts) private readonly themes: ThemedTexts,
    @Inject(DimensionScores) private readonly dimensions: DimensionScores,
  ) {}

  async of(month: ReportMonth, tiers: readonly string[]): Promise<Figures> {
    const months = Array.from({ length: TREND_MONTHS }, (_, index) => monthBefore(month, TREND_MONTHS - 1 - index));
    const before = monthBefore(month, 1);
    const asked = [
      ...[month, before].flatMap((one) => METRIC_IDS.map((metricId) => ({ metricId, month: one, tier: undefined }))),
      ...months.flatMap((one) => TRENDS.map((metricId) => ({ metricId, month: one, tier: undefined }))),
      ...tiers.flatMap((tier) =>
        [month, before].flatMap((one) => OF_TIERS.map((metricId) => ({ metricId, month: one, tier }))),
      ),
    ];
    const unique = [...new Map(asked.map((one) => [keyOf(one), one])).values()];
    const values = await this.metrics.measureAll(unique.map(questionOf));
    const known = new Map(unique.map((one, index) => [keyOf(one), values[index]]));
    const valuesOf = (metricIds: readonly MetricId[], one: ReportMonth, tier?: string): readonly MetricValue[] =>
      metricIds.flatMap((metricId) => known.get(keyOf({ metricId, month: one, tier })) ?? []);
    return {
      metrics: { now: valuesOf(METRIC_IDS, month), before: valuesOf(METRIC_IDS, before) },
      byTier: tiers.map((tier) => ({
        tier,
        values: { now: valuesOf(OF_TIERS, month, tier), before: valuesOf(OF_TIERS, before, tier) },
      })),
      trend: await this.#trend(months, (one) => valuesOf(TRENDS, one)),
      cases: {
        now: await this.complaints.opened(month.from, month.until),
        before: await this.complaints.opened(before.from, before.until),
      },
      themed: { now: await this.#themed('complaint', month), before: await this.#themed('complaint', before) },
      heard: { now: await this.#heard(month), before: await this.#heard(before) },
      dimensions: await this.dimensions.between(month.from, month.until),
    };
  }

  async #trend(
    months: readonly ReportMonth[],
    valuesOf: (month: ReportMonth) => readonly MetricValue[],
  ): Promise<ReportInputs['trend']> {
    const points = [];
    for (const month of months) {
      const counts = await this.complaints.opened(month.from, month.until);
      const cases = counts.reduce((sum, count) => sum + count.cases, 0);
      points.push({ month: month.month, cases, values: valuesOf(month) });
    }
    return points;
  }

  #themed(source: ThemeSource, { from, until }: ReportMonth): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.themes.find({ source, from, until, asOf: until });
  }

  /** What customers say that is no complaint; an answer and a voice may have the same id. */
  async #heard(month: ReportMonth): Promise<ReadonlyMap<string, readonly string[]>> {
    const answers = await this.#themed('answer', month);
    const voices = await this.#themed('voice', month);
    return new Map([
      ...[...answers].map(([id, themes]) => [`answer:${id}`, themes] as const),
      ...[...voices].map(([id, themes]) => [`voice:${id}`, themes] as const),
    ]);
  }
}

interface Asked {
  readonly metricId: MetricId;
  readonly month: ReportMonth;
  readonly tier: string | undefined;
}

const keyOf = ({ metricId, month, tier }: Asked): string => JSON.stringify([metricId, month.month, tier ?? null]);

const questionOf = ({ metricId, month: { from, until }, tier }: Asked) => ({
  metricId,
  segment: tier === undefined ? {} : { tiers: [tier] },
  window: { from, until },
});
