import { moneyText } from '@tenure/kernel';
import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { Evidence, ListedProblem, Problem, Why } from './problems.answers';

export const problemLines = (problems: readonly ListedProblem[]): readonly string[] =>
  textTable(
    [
      { title: 'PROBLEM', value: ({ problemId }: ListedProblem) => shown(problemId) },
      { title: 'PRIORITY', value: ({ priority }: ListedProblem) => shown(priority) },
      { title: 'STATUS', value: ({ status }: ListedProblem) => status },
      { title: 'OPENED', value: ({ openedAt }: ListedProblem) => openedAt },
      { title: 'BY', value: ({ openedBy }: ListedProblem) => shown(openedBy) },
      { title: 'ABOUT', value: ({ themeId, product, stepId }: ListedProblem) => shown(themeId ?? product ?? stepId) },
      { title: 'TITLE', value: ({ title }: ListedProblem) => shown(`${title.zh} / ${title.en}`) },
    ],
    problems,
  );

/** What is known of a problem, a paragraph for each thing. */
export const problemDetails = (problem: Problem): readonly string[] => [
  `${shown(problem.title.zh)} / ${shown(problem.title.en)}`,
  `${problem.problemId} is ${problem.status}${problem.solvedBy === null ? '' : `, by measure ${problem.solvedBy}`}; opened ${problem.openedAt} by ${shown(problem.by)}${problem.reopenings > 0 ? `, again ${problem.reopenings} times` : ''}.`,
  ...(problem.description === undefined ? [] : [shown(problem.description)]),
  `Complaints with ${scopeText(problem.scope)} belong to it since ${problem.since}.`,
  `Priority ${shown(problem.priority)}. ${problem.priorityReason?.en ?? 'It is not judged yet.'}`,
  ...impactLines(problem),
  ...problem.evidence.map(evidenceLine),
  ...(problem.whys.length === 0
    ? ['Nobody has asked why yet.']
    : ['Why:', ...problem.whys.flatMap((why) => whyLines(why, 1))]),
  problem.measures.length === 0 ? 'No measure is against it.' : `Measures: ${problem.measures.join(', ')}`,
];

function impactLines({ asOf, impactAsOf }: Problem): readonly string[] {
  if (impactAsOf === null) return [];
  const { customers, weightedCustomers, cases, money } = impactAsOf;
  const paid = Object.entries(money).map(([currency, minor]) => `, ${moneyText(minor, currency)} paid`);
  return [
    `Impact at ${asOf}: ${customers} customers (${weightedCustomers} by weight), ${cases} cases${paid.join('')}.`,
  ];
}

const scopeText = (scope: Readonly<Record<string, string>>): string =>
  Object.entries(scope)
    .map(([name, value]) => `${name} ${shown(value)}`)
    .join(', ') || 'a link to it';

const evidenceLine = ({ scope, window, baseline, expected, probability, bound, test }: Evidence): string =>
  `Evidence: ${window.cases} complaints with ${scopeText(scope)} from ${window.from} to ${window.until}, where ` +
  `${baseline.cases} from ${baseline.from} to ${baseline.until} let expect ${Number(expected.toPrecision(4))}: ` +
  `probability ${probability.toPrecision(2)}, bound ${bound.toPrecision(2)} (${test.en}).`;

function whyLines({ whyId, answer, category, root, evidence, reasons }: Why, depth: number): readonly string[] {
  const rests = evidence.map(({ kind, reference }) => `${kind} ${shown(reference)}`).join(', ');
  const marks = [category, ...(root ? ['root cause'] : []), ...(rests === '' ? [] : [rests])].join('; ');
  const line = `${'  '.repeat(depth)}${whyId}: ${shown(answer)} (${marks})`;
  return [line, ...reasons.flatMap((reason) => whyLines(reason, depth + 1))];
}
