import { MEASURE_STAGE_NAMES, type MeasureAsOf } from '@tenure/improvement-contract';
import { moneyText } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';

export const MEASURE_TABLE: Readonly<Record<Language, string>> = { zh: '改进措施表', en: 'Improvement measures' };

/** The form 措施内容 | 负责人 | 计划完成时间 | 资源需求 | 验收标准, and behind it how far the measure has come. */
export const measureColumns = (language: Language): readonly TableColumn<MeasureAsOf>[] => {
  const inLanguage = (zh: string, en: string) => ({ zh, en })[language];
  return [
    { header: inLanguage('措施内容', 'Measure'), cell: ({ content }) => content, width: 50 },
    { header: inLanguage('负责人', 'Owner'), cell: ({ owner }) => owner, width: 14 },
    { header: inLanguage('计划完成时间', 'Due'), cell: ({ dueOn }) => dueOn, width: 14 },
    { header: inLanguage('资源需求', 'Resources'), cell: ({ resources }) => resources, width: 30 },
    { header: inLanguage('验收标准', 'Acceptance criterion'), cell: ({ acceptance }) => acceptance, width: 40 },
    { header: inLanguage('状态', 'Stage'), cell: ({ stage }) => MEASURE_STAGE_NAMES[stage][language], width: 12 },
    { header: inLanguage('进度（%）', 'Progress (%)'), cell: ({ percent }) => percent, width: 12 },
    { header: inLanguage('预算', 'Budget'), cell: ({ budget }) => moneyOf(budget?.amountMinor, budget), width: 18 },
    { header: inLanguage('已用', 'Spent'), cell: ({ budget, spentMinor }) => moneyOf(spentMinor, budget), width: 18 },
    {
      header: inLanguage('改进效果验证', 'Verified effect'),
      cell: ({ verified }) => verified?.result.reason[language] ?? null,
      width: 60,
    },
    { header: inLanguage('问题编号', 'Problem'), cell: ({ problemId }) => problemId, width: 24 },
    { header: inLanguage('措施编号', 'Id'), cell: ({ measureId }) => measureId, width: 24 },
  ];
};

const moneyOf = (amountMinor: number | undefined, budget: MeasureAsOf['budget']): string | null =>
  amountMinor === undefined || budget === null ? null : moneyText(amountMinor, budget.currency);
