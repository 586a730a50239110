import { shown } from '../queries/answer.text';
import { textTable, type Column } from '../text.table';
import type {
  BothLanguages,
  Cohorts,
  CustomerLifecycle,
  Retention,
  RetentionStep,
  StageBoard,
  StagedCustomer,
  StageFlows,
  StageStay,
} from './lifecycle.answers';

export type Language = keyof BothLanguages;

const number = <Row>(title: string, value: (row: Row) => number | undefined): Column<Row> => ({
  title,
  value: (row) => shown(value(row)),
  alignRight: true,
});

/** A line for each stage: how many, and of which tiers and risks. */
export function boardLines({ at, customers, stages, cells }: StageBoard): readonly string[] {
  const columns: Column<StageBoard['stages'][number]>[] = [
    { title: 'STAGE', value: ({ stage }) => stage },
    number('CUSTOMERS', ({ customers: inStage }) => inStage),
  ];
  for (const dimension of ['tier', 'band'] as const) {
    for (const name of [...new Set(cells.map((cell) => cell[dimension]))].sort()) {
      const title = `${dimension === 'tier' ? 'TIER' : 'RISK'} ${shown(name).toUpperCase()}`;
      columns.push(
        number(title, ({ stage }) =>
          sumOf(cells.filter((cell) => cell.stage === stage && cell[dimension] === name).map((cell) => cell.customers)),
        ),
      );
    }
  }
  return [...textTable(columns, stages), `${customers} customers at ${at}`];
}

export const customerLines = (customers: readonly StagedCustomer[], language: Language): readonly string[] =>
  textTable(
    [
      { title: 'CUSTOMER', value: ({ customerId }) => shown(customerId) },
      { title: 'STAGE', value: ({ stage }) => stage },
      { title: 'SINCE', value: ({ since }) => since },
      { title: 'TIER', value: ({ tier }) => shown(tier) },
      { title: 'RISK', value: ({ band, score }) => (band === null ? '–' : `${band} (${shown(score)})`) },
      { title: 'NEXT REVIEW', value: ({ nextReviewAt }) => shown(nextReviewAt) },
      { title: 'WHY', value: ({ reason }) => shown(reason?.[language]) },
    ],
    customers,
  );

/** Why a customer is in a stage, and how they came there. */
export function whyLines(customer: CustomerLifecycle, language: Language): readonly string[] {
  const { customerId, stage, since, tier, band, score, nextReviewAt, stays, milestones, dates } = customer;
  const [newest] = stays;
  return [
    `${shown(customerId)} is in ${stage} since ${since}: ${shown(newest?.reason[language])}`,
    ...(newest ? [`  by rule ${newest.ruleId} of ${newest.policyId} version ${newest.policyVersion}`] : []),
    ...(newest ? [`  facts: ${factsText(newest.inputs)}`] : []),
    `  tier ${shown(tier)}, risk ${shown(band)} (${shown(score)}), next review ${shown(nextReviewAt)}`,
    ...milestones.map(({ milestoneId, times, reachedAt }) => `  reached ${milestoneId} (${times}) at ${reachedAt}`),
    ...dates.map(({ dateId, day, dueAt }) => `  ${dateId}: ${day}, told at ${dueAt}`),
    '',
    ...textTable(
      [
        { title: 'ENTERED', value: ({ enteredAt }: StageStay) => enteredAt },
        { title: 'STAGE', value: ({ from, stage: to }: StageStay) => `${from} → ${to}` },
        { title: 'RULE', value: ({ ruleId, policyVersion }: StageStay) => `${ruleId} v${policyVersion}` },
        { title: 'WHY', value: ({ reason }: StageStay) => shown(reason[language]) },
      ],
      stays,
    ),
  ];
}

const factsText = (facts: StageStay['inputs']): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${shown(value)}`)
    .join(', ');

/** A line for each month: who went where, and how many are where at its end. */
export const flowLines = ({ months }: StageFlows): readonly string[] =>
  textTable(
    [
      { title: 'MONTH', value: ({ month }) => month },
      ...(months[0]?.stages ?? []).map(({ stage }) =>
        number<StageFlows['months'][number]>(
          stage.toUpperCase(),
          ({ stages }) => stages.find((one) => one.stage === stage)?.customers,
        ),
      ),
      {
        title: 'FLOWS',
        value: ({ flows }) => flows.map(({ from, to, customers }) => `${from} → ${to} ${customers}`).join(', '),
      },
    ],
    months,
  );

/** A line for each cohort, a column for each month of its age, in percent. */
export function cohortLines({ cohorts }: Cohorts, figure: 'keptPercent' | 'orderingPercent'): readonly string[] {
  const ages = Array.from({ length: Math.max(0, ...cohorts.map(({ months }) => months.length)) }, (_, age) => age);
  return textTable(
    [
      { title: 'COHORT', value: ({ cohort }) => cohort },
      number<Cohorts['cohorts'][number]>('CUSTOMERS', ({ customers }) => customers),
      ...ages.map((age) => ({
        title: `${age}`,
        value: ({ months }: Cohorts['cohorts'][number]) => months[age]?.[figure].toFixed(1) ?? '',
        alignRight: true,
      })),
    ],
    cohorts,
  );
}

export const retentionLines = ({ at, customers, churned, steps }: Retention): readonly string[] => [
  ...textTable<RetentionStep>(
    [
      number('DAYS', ({ days }) => days),
      number('AT RISK', ({ atRisk }) => atRisk),
      number('CHURNED', (step) => step.churned),
      { title: 'KEPT', value: ({ survival }) => survival.toFixed(4), alignRight: true },
      { title: '95 %', value: ({ low, high }) => `${low.toFixed(4)}–${high.toFixed(4)}`, alignRight: true },
    ],
    steps,
  ),
  `${customers} customers followed up to ${at}, ${churned} churned`,
];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
