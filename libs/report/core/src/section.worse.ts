import type { Language } from '@tenure/shared-contract';
import { metricColumns } from './metric.columns';
import { tableOf, type ColumnOf, type ReportSection } from './report.document';
import type { ReportModel } from './report.model';

/** 变差项: what a manager should look at first. */
export function worseSection(model: ReportModel, language: Language): ReportSection {
  const { worse, confidencePercent } = model;
  const metrics: readonly ColumnOf<ReportModel['worse']['metrics'][number]>[] = [
    { zh: '客户等级', en: 'Tier', width: 10, cell: ({ tier }) => tier ?? { zh: '全部', en: 'all' }[language] },
    ...metricColumns(language).map(({ cell, ...column }) => ({
      ...column,
      cell: ({ change }: ReportModel['worse']['metrics'][number]) => cell(change),
    })),
  ];
  return {
    title: { zh: '变差项', en: 'What got worse' }[language],
    notes: [
      {
        zh: `指标：与上月相比变差，且在 ${confidencePercent}% 置信水平下不能以偶然解释（比例用 Newcombe 区间，均值用 Welch 区间），逐项检验。问题：本月新立项或重新打开。措施：本月验证为无效或已退化。目标：落后或未达成。`,
        en: `Metrics: worse than in the month before, beyond chance at ${confidencePercent} % (Newcombe’s interval for shares, Welch’s for means), each tested by itself. Problems: opened or reopened in the month. Measures: found not effective, or no longer so, in the month. Goals: behind or missed.`,
      }[language],
    ],
    charts: [],
    tables: [
      tableOf(language, { zh: '变差的指标', en: 'Metrics that got worse' }, metrics, worse.metrics),
      tableOf(language, { zh: '其他变差项', en: 'What else got worse' }, OTHERS, othersOf(model, language)),
    ],
  };
}

interface Other {
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

const OTHERS: readonly ColumnOf<Other>[] = [
  { zh: '种类', en: 'Kind', width: 12, cell: ({ kind }) => kind },
  { zh: '编号', en: 'Id', width: 28, cell: ({ id }) => id },
  { zh: '内容', en: 'What', width: 60, cell: ({ text }) => text },
];

const othersOf = ({ worse, problems, measures, goals }: ReportModel, language: Language): readonly Other[] => [
  ...problems
    .filter(({ problemId }) => worse.problems.includes(problemId))
    .map(({ problemId, title }) => ({
      kind: { zh: '问题', en: 'Problem' }[language],
      id: problemId,
      text: title[language],
    })),
  ...measures
    .filter(({ measureId }) => worse.measures.includes(measureId))
    .map(({ measureId, content }) => ({
      kind: { zh: '措施', en: 'Measure' }[language],
      id: measureId,
      text: content,
    })),
  ...goals
    .filter(({ goalId }) => worse.goals.includes(goalId))
    .map(({ goalId, title }) => ({ kind: { zh: '目标', en: 'Goal' }[language], id: goalId, text: title[language] })),
];
