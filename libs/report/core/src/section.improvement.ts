import { METRICS } from '@tenure/metric-contract';
import type { GoalAsOf, MeasureAsOf, ProblemAsOf } from '@tenure/improvement-contract';
import { moneyText } from '@tenure/kernel';
import { rounded, tableOf, type ColumnOf, type Language, type ReportSection } from './report.document';
import { dayText } from './report.month';
import type { ReportModel } from './report.model';
import {
  MEASURE_STAGE_NAMES,
  PRIORITY_NAMES,
  PROBLEM_STATUS_NAMES,
  STANDING_NAMES,
  VERDICT_NAMES,
} from './report.words';

/** 问题, by priority. */
export const problemSection = ({ problems, timeZone }: ReportModel, language: Language): ReportSection => ({
  title: { zh: '问题（按优先级）', en: 'Problems by priority' }[language],
  notes: [],
  charts: [],
  tables: [
    tableOf(language, { zh: '问题', en: 'Problems' }, problemColumns(language, timeZone), problems),
    tableOf(language, { zh: '立项依据', en: 'Evidence' }, EVIDENCE, problems.flatMap(evidenceOf)),
  ],
});

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

const problemColumns = (language: Language, timeZone: string): readonly ColumnOf<ProblemAsOf>[] => [
  { zh: '优先级', en: 'Priority', width: 10, cell: ({ priority }) => priority && PRIORITY_NAMES[priority][language] },
  { zh: '问题', en: 'Problem', width: 36, cell: ({ title }) => title[language] },
  { zh: '状态', en: 'Status', width: 10, cell: ({ status }) => PROBLEM_STATUS_NAMES[status][language] },
  { zh: '立项日期', en: 'Opened on', width: 12, cell: ({ openedAt }) => dayText(openedAt, timeZone) },
  { zh: '立项人', en: 'Opened by', width: 14, cell: ({ by }) => by },
  { zh: '影响客户数', en: 'Customers', width: 12, cell: ({ impact }) => impact?.customers ?? null },
  { zh: '加权客户数', en: 'Weighted', width: 12, cell: ({ impact }) => rounded(impact?.weightedCustomers ?? null) },
  { zh: '件数', en: 'Cases', width: 10, cell: ({ impact }) => impact?.cases ?? null },
  { zh: '人天', en: 'Person days', width: 12, cell: ({ personDays }) => personDays },
  {
    zh: '根本原因',
    en: 'Root causes',
    width: 40,
    cell: ({ whys }) => joined(whys.filter(({ root }) => root).map(({ answer }) => answer)),
  },
  {
    zh: '优先级理由',
    en: 'Why this priority',
    width: 40,
    cell: ({ priorityReason }) => priorityReason?.[language] ?? null,
  },
  { zh: '重新打开次数', en: 'Reopenings', width: 12, cell: ({ reopenings }) => reopenings },
];

interface EvidenceRow {
  readonly problemId: string;
  readonly evidence: ProblemAsOf['evidence'][number];
}

const evidenceOf = ({ problemId, evidence }: ProblemAsOf): readonly EvidenceRow[] =>
  evidence.map((one) => ({ problemId, evidence: one }));

const EVIDENCE: readonly ColumnOf<EvidenceRow>[] = [
  { zh: '问题编号', en: 'Problem', width: 28, cell: ({ problemId }) => problemId },
  { zh: '窗口起', en: 'Window begins', width: 12, cell: ({ evidence }) => evidence.window.from },
  { zh: '窗口止（不含）', en: 'Window ends', width: 14, cell: ({ evidence }) => evidence.window.until },
  { zh: '件数', en: 'Cases', width: 10, cell: ({ evidence }) => evidence.window.cases },
  { zh: '预期', en: 'Expected', width: 10, cell: ({ evidence }) => rounded(evidence.expected) },
  { zh: '概率', en: 'Probability', width: 14, cell: ({ evidence }) => evidence.probability.toExponential(2) },
  { zh: '界限', en: 'Bound', width: 14, cell: ({ evidence }) => evidence.bound.toExponential(2) },
  { zh: '检验', en: 'Test', width: 24, cell: ({ evidence }) => evidence.test },
];

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

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));
