import { figure } from '../metrics/metrics.text';
import { textTable } from '../text.table';
import type { Goal, GoalDetails } from './goals.answers';

export const goalLines = (goals: readonly Goal[]): readonly string[] =>
  textTable(
    [
      { title: 'GOAL', value: ({ goalId }: Goal) => goalId },
      { title: 'TITLE', value: ({ title }) => `${title.zh} ${title.en}` },
      { title: 'METRIC', value: ({ metricId }) => metricId },
      { title: 'FROM', value: ({ baseline }) => figure(baseline), alignRight: true },
      { title: 'TO', value: ({ target }) => figure(target), alignRight: true },
      { title: 'NOW', value: ({ measured }) => figure(measured.value), alignRight: true },
      { title: 'N', value: ({ measured }) => String(measured.n), alignRight: true },
      { title: 'DONE', value: ({ donePercent }) => percent(donePercent), alignRight: true },
      { title: 'EXPECTED', value: ({ expectedPercent }) => percent(expectedPercent), alignRight: true },
      { title: 'STANDING', value: ({ standing }) => standing },
      { title: 'BY', value: ({ dueAt }) => dueAt },
      { title: 'OWNER', value: ({ owner }) => owner },
    ],
    goals,
  );

type Point = GoalDetails['course'][number];

export const goalDetailLines = (goal: GoalDetails): readonly string[] => [
  ...goalLines([goal]),
  `Over the newest ${goal.windowDays} days; problems: ${goal.problems.join(', ') || '–'}.`,
  ...textTable(
    [
      { title: 'AT', value: ({ at }: Point) => at },
      { title: 'VALUE', value: ({ measured }) => figure(measured.value), alignRight: true },
      { title: 'N', value: ({ measured }) => String(measured.n), alignRight: true },
      { title: 'DONE', value: ({ donePercent }) => percent(donePercent), alignRight: true },
      { title: 'EXPECTED', value: ({ expectedPercent }) => percent(expectedPercent), alignRight: true },
      { title: 'STANDING', value: ({ standing }) => standing },
    ],
    goal.course,
  ),
];

const percent = (value: number | null): string => (value === null ? '–' : `${figure(value)}%`);
