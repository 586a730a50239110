import { METRICS } from '@tenure/metric-contract';
import { MEASURE_STAGE_NAMES, VERDICT_NAMES, type GoalAsOf, type MeasureAsOf } from '@tenure/improvement-contract';
import { moneyText } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import { rounded, tableOf, type ColumnOf, type ReportSection } from './report.document';
import { dayText } from './report.month';
import type { ReportModel } from './report.model';
import { STANDING_NAMES } from './report.words';

/** 措施 and what they were proved to do. */
export const measureSection = (model: ReportModel, language: Language): ReportSection => ({
  title: { zh: '改进措施与效果验证', en: 'Measures and their verified effect' }[language],
  notes: [],
  charts: [],
  tables: [
    tableOf(language, { zh: '改进效果', en: 'Effects' }, measureColumns(language, model.timeZone), model.measures),
  ],
});

/** 目标. */
export const goalSection = ({ goals, timeZone }: ReportModel, language: Language): ReportSection => ({
  title: { zh: '目标', en: 'Goals' }[language],
  notes: [],
  charts: [],
  tables: [tableOf(language, { zh: '目标进展', en: 'Progress of goals' }, goalColumns(language, timeZone), goals)],
});

const measureColumns = (language: Language, timeZone: string): readonly ColumnOf<MeasureAsOf>[] => [
  { zh: '措施内容', en: 'Measure', width: 36, cell: ({ content }) => content },
  { zh: '负责人', en: 'Owner', width: 14, cell: ({ owner }) => owner },
  { zh: '状态', en: 'Stage', width: 12, cell: ({ stage }) => MEASURE_STAGE_NAMES[stage][language] },
  { zh: '进度 %', en: 'Progress %', width: 12, cell: ({ percent }) => percent },
  { zh: '计划完成时间', en: 'Due on', width: 14, cell: ({ dueOn }) => dueOn },
  { zh: '逾期', en: 'Overdue', width: 8, cell: ({ overdue }) => (overdue ? { zh: '是', en: 'yes' }[language] : null) },
  {
    zh: '预算',
    en: 'Budget',
    width: 16,
    cell: ({ budget }) => budget && moneyText(budget.amountMinor, budget.currency),
  },
  {
    zh: '已用',
    en: 'Spent',
    width: 16,
    cell: ({ budget, spentMinor }) => budget && moneyText(spentMinor, budget.currency),
  },
  { zh: '验证指标', en: 'Metric', width: 22, cell: (row) => METRICS[row.verification.metricId].title[language] },
  { zh: '基线', en: 'Baseline', width: 10, cell: ({ verified }) => rounded(verified?.result.baseline.value ?? null) },
  { zh: '观察值', en: 'Observed', width: 10, cell: ({ verified }) => rounded(verified?.result.observed.value ?? null) },
  { zh: '验证结论', en: 'Verdict', width: 18, cell: (row) => verdictOf(row, language) },
  { zh: '验证日期', en: 'Verified on', width: 12, cell: ({ verified }) => verified && dayText(verified.at, timeZone) },
  { zh: '理由', en: 'Why', width: 48, cell: (row) => (row.regressed ?? row.verified)?.result.reason[language] ?? null },
];

function verdictOf({ verified, regressed }: MeasureAsOf, language: Language): string | null {
  if (regressed) return { zh: '曾有效，已退化', en: 'Effective, then regressed' }[language];
  return verified && VERDICT_NAMES[verified.result.verdict][language];
}

const goalColumns = (language: Language, timeZone: string): readonly ColumnOf<GoalAsOf>[] => [
  { zh: '目标', en: 'Goal', width: 36, cell: ({ title }) => title[language] },
  { zh: '指标', en: 'Metric', width: 24, cell: ({ metricId }) => METRICS[metricId].title[language] },
  { zh: '负责人', en: 'Owner', width: 14, cell: ({ owner }) => owner },
  { zh: '期限', en: 'Due on', width: 12, cell: ({ dueAt }) => dayText(dueAt, timeZone) },
  { zh: '起点', en: 'Baseline', width: 10, cell: ({ baseline }) => rounded(baseline) },
  { zh: '目标值', en: 'Target', width: 10, cell: ({ target }) => rounded(target) },
  { zh: '当前值', en: 'Now', width: 10, cell: ({ measured }) => rounded(measured.value) },
  { zh: '样本量', en: 'n', width: 10, cell: ({ measured }) => measured.n },
  { zh: '完成 %', en: 'Done %', width: 10, cell: ({ donePercent }) => rounded(donePercent) },
  { zh: '应完成 %', en: 'Expected %', width: 12, cell: ({ expectedPercent }) => rounded(expectedPercent) },
  { zh: '状态', en: 'Standing', width: 12, cell: ({ standing }) => STANDING_NAMES[standing][language] },
];
