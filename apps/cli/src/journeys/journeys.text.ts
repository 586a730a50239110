import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { Journey, JourneyReport, JourneyRun, JourneyTask, ReportGroup, RunStep } from './journeys.answers';

export const journeyLines = (journeys: readonly Journey[]): readonly string[] => textTable(JOURNEYS, journeys);

export const runLines = (runs: readonly JourneyRun[]): readonly string[] => textTable(RUNS, runs);

export const taskLines = (tasks: readonly JourneyTask[]): readonly string[] => textTable(TASKS, tasks);

export function reportLines(report: JourneyReport): readonly string[] {
  const { journeyId, version, measure, withinDays, treated, heldOut, difference, verdict } = report;
  const groups = [
    { name: 'treated', ...treated },
    { name: 'held out', ...heldOut },
  ];
  return [
    `${shown(journeyId)}, version ${version}: ${measure} within ${withinDays} days of the entry`,
    ...textTable(GROUPS, groups),
    ...(difference ? [`Difference: ${interval(difference.estimate, difference.low, difference.high)}`] : []),
    `${VERDICTS[verdict] ?? shown(verdict)}${because(report)}`,
  ];
}

const VERDICTS: Readonly<Record<string, string>> = {
  helps: 'It helps.',
  harms: 'It does harm.',
  'no-difference-shown': 'No difference is shown either way.',
  'not-enough-data': 'Not enough data',
};

const because = ({ because: why = '', smallestGroup }: JourneyReport): string =>
  ({
    'nobody-held-out': ': nobody was left alone to compare with.',
    'outcome-not-over': `: for fewer than ${smallestGroup} of a group the time in which the outcome is looked for is over.`,
    'group-too-small': `: a group has fewer than ${smallestGroup} runs.`,
  })[why] ?? '';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const interval = (estimate: number, low: number, high: number): string =>
  `${percent(estimate)} (${percent(low)} to ${percent(high)})`;

/** Such as `message 3, task 1`. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–';

const JOURNEYS = [
  { title: 'JOURNEY', value: ({ journeyId }: Journey) => shown(journeyId) },
  { title: 'VERSION', value: ({ version }: Journey) => `${version}` },
  { title: 'ACTIVE', value: ({ active }: Journey) => `${active}` },
  { title: 'TREATED', value: ({ treated }: Journey) => `${treated}` },
  { title: 'HELD OUT', value: ({ heldOut }: Journey) => `${heldOut}` },
  { title: 'STEPS', value: ({ steps }: Journey) => counted(steps) },
  { title: 'ENDED', value: ({ ended }: Journey) => counted(ended) },
  { title: 'REFUSED', value: ({ refused }: Journey) => counted(refused) },
];

const stepShown = ({ stepId, suppressed }: RunStep): string =>
  shown(suppressed === undefined ? stepId : `${stepId} (${suppressed})`);

const RUNS = [
  { title: 'ENTERED', value: ({ enteredAt }: JourneyRun) => enteredAt },
  { title: 'CUSTOMER', value: ({ customerId }: JourneyRun) => shown(customerId) },
  { title: 'JOURNEY', value: ({ journeyId, version }: JourneyRun) => shown(`${journeyId} ${version}`) },
  { title: 'STATUS', value: ({ status, endedBecause }: JourneyRun) => shown(endedBecause ?? status) },
  { title: 'STEPS', value: ({ steps }: JourneyRun) => steps.map(stepShown).join(', ') || '–' },
  { title: 'NEXT', value: ({ nextStepId }: JourneyRun) => shown(nextStepId) },
  { title: 'DUE', value: ({ nextDueAt }: JourneyRun) => shown(nextDueAt) },
];

const TASKS = [
  { title: 'DUE', value: ({ dueAt }: JourneyTask) => dueAt },
  { title: 'CUSTOMER', value: ({ customerId }: JourneyTask) => shown(customerId) },
  { title: 'FOR', value: ({ assignee }: JourneyTask) => shown(assignee) },
  { title: 'TASK', value: ({ taskId }: JourneyTask) => shown(taskId) },
  { title: 'STATUS', value: ({ status }: JourneyTask) => status },
  { title: 'BY', value: ({ doneBy }: JourneyTask) => shown(doneBy) },
  { title: 'WHAT', value: ({ title }: JourneyTask) => shown(title.en) },
];

type NamedGroup = ReportGroup & { readonly name: string };

const GROUPS = [
  { title: 'GROUP', value: ({ name }: NamedGroup) => name },
  { title: 'ENTERED', value: ({ entered }: NamedGroup) => `${entered}` },
  { title: 'JUDGED', value: ({ judged }: NamedGroup) => `${judged}` },
  { title: 'REACHED', value: ({ reached }: NamedGroup) => `${reached}` },
  {
    title: 'SHARE',
    value: ({ share, low, high }: NamedGroup) => (share === undefined ? '–' : interval(share, low ?? 0, high ?? 1)),
  },
];
