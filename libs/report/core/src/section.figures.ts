import type { DimensionScore } from '@tenure/feedback-contract';
import { METRICS, type MetricId } from '@tenure/metric-contract';
import type { Language, Text } from '@tenure/shared-contract';
import { metricColumns } from './metric.columns';
import { rounded, tableOf, type ColumnOf, type ReportSection } from './report.document';
import type { ReportModel, TierChange } from './report.model';
import { DIMENSION_NAMES } from './report.words';
import { trendChart } from './trend.chart';

const CLOCKS: readonly MetricId[] = [
  'first-response-hours',
  'resolution-hours',
  'response-attainment',
  'resolution-attainment',
  'resolution-rate',
  'first-contact-resolution',
  'dispute-rate',
];
const SATISFACTION: readonly MetricId[] = ['csat', 'nps', 'ces', 'survey-response-rate'];
const CUSTOMERS: readonly MetricId[] = ['complaint-rate', 'churn-rate', 'repurchase-rate', 'referral-share'];

/** 响应与解决: how soon, how often in time, by tier. */
export const clockSection = (model: ReportModel, language: Language): ReportSection =>
  figures(model, language, CLOCKS, { zh: '响应与解决', en: 'Response and resolution' });

/** 客户满意度: CSAT, NPS, CES, how many answered, and the dimensions. */
export function satisfactionSection(model: ReportModel, language: Language): ReportSection {
  const section = figures(model, language, SATISFACTION, { zh: '客户满意度', en: 'Satisfaction' });
  const title = { zh: '满意度分项', en: 'Dimensions of satisfaction' };
  return {
    ...section,
    tables: [...section.tables, tableOf(language, title, dimensionColumns(language), model.dimensions)],
  };
}

/** 客户: complaints by customer, churn, repurchase, referrals. */
export const customerSection = (model: ReportModel, language: Language): ReportSection =>
  figures(model, language, CUSTOMERS, { zh: '客户', en: 'Customers' });

function figures(
  { metrics, byTier, trend }: ReportModel,
  language: Language,
  metricIds: readonly MetricId[],
  title: Text,
): ReportSection {
  const ofTiers = byTier.filter(({ metricId }) => metricIds.includes(metricId));
  const tiers = { zh: `${title.zh}（按客户等级）`, en: `${title.en}, by tier` };
  return {
    title: title[language],
    notes: metricIds.map((id) => `${METRICS[id].title[language]}${COLON[language]}${METRICS[id].definition[language]}`),
    charts: metricIds.flatMap((metricId) => trendChart(trend, metricId, language)),
    tables: [
      tableOf(
        language,
        title,
        metricColumns(language),
        metrics.filter(({ now }) => metricIds.includes(now.metricId)),
      ),
      ...(ofTiers.length === 0 ? [] : [tableOf(language, tiers, tierColumns(language), ofTiers)]),
    ],
  };
}

const COLON: Text = { zh: '：', en: ': ' };

const tierColumns = (language: Language): readonly ColumnOf<TierChange>[] => [
  { zh: '客户等级', en: 'Tier', width: 10, cell: ({ tier }) => tier },
  ...metricColumns(language).map(({ cell, ...column }) => ({
    ...column,
    cell: ({ change }: TierChange) => cell(change),
  })),
];

const dimensionColumns = (language: Language): readonly ColumnOf<DimensionScore>[] => [
  { zh: '分项', en: 'Dimension', width: 20, cell: ({ dimension }) => DIMENSION_NAMES[dimension][language] },
  { zh: '平均分', en: 'Mean', width: 10, cell: ({ mean }) => rounded(mean) },
  { zh: '95% 区间下限', en: '95 % low', width: 12, cell: ({ interval }) => rounded(interval?.low ?? null) },
  { zh: '95% 区间上限', en: '95 % high', width: 12, cell: ({ interval }) => rounded(interval?.high ?? null) },
  { zh: '样本量', en: 'n', width: 10, cell: ({ n }) => n },
];
