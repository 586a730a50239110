import type { Cohort, CohortMonth } from '@tenure/lifecycle-core';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import type { CustomerStageEntry } from './customer-stage.entity';
import { BAND_NAMES, STAGE_NAMES } from './lifecycle.words';
import type { RetentionStep } from './retention.view';
import type { StageBoardCell } from './stage-board.view';
import type { MonthOfFlows, StageFlowView } from './stage-flows.view';

type TableName = Readonly<Record<Language, string>>;
export const BOARD_TABLE: TableName = { zh: '客户阶段', en: 'Stages' };
export const CUSTOMERS_TABLE: TableName = { zh: '客户阶段名单', en: 'Customers by stage' };
export const FLOWS_TABLE: TableName = { zh: '阶段流转', en: 'Flows between stages' };
export const COHORTS_TABLE: TableName = { zh: '同期群', en: 'Cohorts' };
export const RETENTION_TABLE: TableName = { zh: '留存', en: 'Retention' };

export const boardColumns = (language: Language): readonly TableColumn<StageBoardCell>[] => [
  { header: { zh: '阶段', en: 'Stage' }[language], cell: ({ stage }) => STAGE_NAMES[stage][language], width: 16 },
  { header: { zh: '客户等级', en: 'Tier' }[language], cell: ({ tier }) => tier },
  { header: { zh: '流失风险', en: 'Risk' }[language], cell: ({ band }) => band && BAND_NAMES[band][language] },
  { header: { zh: '客户数', en: 'Customers' }[language], cell: ({ customers }) => customers },
];

export const customerColumns = (language: Language): readonly TableColumn<CustomerStageEntry>[] => [
  { header: { zh: '客户', en: 'Customer' }[language], cell: ({ customerId }) => customerId, width: 20 },
  { header: { zh: '阶段', en: 'Stage' }[language], cell: ({ stage }) => STAGE_NAMES[stage][language], width: 16 },
  { header: { zh: '进入时间', en: 'Since' }[language], cell: ({ since }) => since && new Date(since), width: 20 },
  {
    header: { zh: '原因', en: 'Why' }[language],
    cell: ({ stays }) => stays.at(-1)?.reason[language] ?? null,
    width: 50,
  },
  { header: { zh: '客户等级', en: 'Tier' }[language], cell: ({ tier }) => tier },
  { header: { zh: '流失风险', en: 'Risk' }[language], cell: ({ band }) => band && BAND_NAMES[band][language] },
  { header: { zh: '风险分', en: 'Score' }[language], cell: ({ score }) => score },
];

export type FlowTableRow = StageFlowView & Pick<MonthOfFlows, 'month'>;

export const flowRows = (months: readonly MonthOfFlows[]): readonly FlowTableRow[] =>
  months.flatMap(({ month, flows }) => flows.map((flow) => ({ month, ...flow })));

const stageName = (stage: string, language: Language): string =>
  Object.entries(STAGE_NAMES).find(([name]) => name === stage)?.[1][language] ?? stage;

export const flowColumns = (language: Language): readonly TableColumn<FlowTableRow>[] => [
  { header: { zh: '月份', en: 'Month' }[language], cell: ({ month }) => month },
  { header: { zh: '从', en: 'From' }[language], cell: ({ from }) => stageName(from, language), width: 16 },
  { header: { zh: '到', en: 'To' }[language], cell: ({ to }) => stageName(to, language), width: 16 },
  { header: { zh: '客户数', en: 'Customers' }[language], cell: ({ customers }) => customers },
];

export type CohortTableRow = CohortMonth & Pick<Cohort, 'cohort' | 'customers'>;

export const cohortRows = (cohorts: readonly Cohort[]): readonly CohortTableRow[] =>
  cohorts.flatMap(({ cohort, customers, months }) => months.map((month) => ({ cohort, customers, ...month })));

export const cohortColumns = (language: Language): readonly TableColumn<CohortTableRow>[] => [
  { header: { zh: '起始月', en: 'Cohort' }[language], cell: ({ cohort }) => cohort },
  { header: { zh: '客户数', en: 'Customers' }[language], cell: ({ customers }) => customers },
  { header: { zh: '月份', en: 'Month' }[language], cell: ({ month }) => month },
  { header: { zh: '第几月', en: 'Age' }[language], cell: ({ age }) => age },
  { header: { zh: '未流失', en: 'Kept' }[language], cell: ({ kept }) => kept },
  { header: { zh: '未流失 %', en: 'Kept %' }[language], cell: ({ keptPercent }) => keptPercent },
  { header: { zh: '下单', en: 'Ordering' }[language], cell: ({ ordering }) => ordering },
  { header: { zh: '下单 %', en: 'Ordering %' }[language], cell: ({ orderingPercent }) => orderingPercent },
];

export const retentionColumns = (language: Language): readonly TableColumn<RetentionStep>[] => [
  { header: { zh: '天数', en: 'Days' }[language], cell: ({ days }) => days },
  { header: { zh: '观察中', en: 'At risk' }[language], cell: ({ atRisk }) => atRisk },
  { header: { zh: '流失', en: 'Churned' }[language], cell: ({ churned }) => churned },
  { header: { zh: '留存率', en: 'Survival' }[language], cell: ({ survival }) => survival },
  { header: { zh: '下限', en: 'Low' }[language], cell: ({ low }) => low },
  { header: { zh: '上限', en: 'High' }[language], cell: ({ high }) => high },
];
