import { moneyText } from '@tenure/kernel';
import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { ListedMeasure, Measure } from './measures.answers';

export const measureLines = (measures: readonly ListedMeasure[]): readonly string[] =>
  textTable(
    [
      { title: 'MEASURE', value: ({ measureId }: ListedMeasure) => shown(measureId) },
      { title: 'PROBLEM', value: ({ problemId }: ListedMeasure) => shown(problemId) },
      { title: 'OWNER', value: ({ owner }: ListedMeasure) => shown(owner) },
      { title: 'STAGE', value: ({ stage }: ListedMeasure) => stage },
      { title: 'DUE', value: ({ dueOn, overdue }: ListedMeasure) => (overdue ? `${dueOn} overdue` : dueOn) },
      { title: 'DONE', value: ({ percent }: ListedMeasure) => percentText(percent), alignRight: true },
      { title: 'METRIC', value: ({ metricId }: ListedMeasure) => metricId },
      { title: 'EFFECT', value: effectText },
      { title: 'CONTENT', value: ({ content }: ListedMeasure) => shown(content) },
    ],
    measures,
  );

const percentText = (percent: number | null): string => (percent === null ? '–' : `${percent}%`);

const effectText = ({ verdict, regressed }: ListedMeasure): string =>
  regressed ? 'effective, no more' : shown(verdict);

/** What is known of a measure, a line or more for each thing. */
export const measureDetails = (measure: Measure): readonly string[] => [
  shown(measure.content),
  `${measure.measureId} against ${measure.problemId} (${measure.causes.join(', ')}) is ${measure.stage}; owner ${shown(measure.owner)}, ${measure.startsOn} to ${measure.dueOn}${measure.overdue ? ', overdue' : ''}.`,
  `Resources: ${shown(measure.resources)}`,
  `Acceptance: ${shown(measure.acceptance)}`,
  ...planLines(measure),
  `Digest of the plan: ${measure.digest}${measure.committedAt === null ? '' : `, signed ${measure.committedAt}`}`,
  ...moneyLines(measure),
  ...measure.progress.map(({ percent, note, reportedAt }) => `${reportedAt} ${percent}%: ${shown(note)}`),
  ...toldLines(measure),
  ...findingLines(measure),
  ...measure.standards.map(({ policyId, version }) => `It became the draft of version ${version} of ${policyId}.`),
];

function planLines({ verification }: Measure): readonly string[] {
  const { metricId, segment, baseline, observation, target, smallestSample } = verification;
  const wanted = Object.entries(target).map(
    ([bound, value]) => `${bound === 'atLeast' ? 'at least' : 'at most'} ${value}`,
  );
  const whom = Object.keys(segment).length === 0 ? 'everybody' : JSON.stringify(segment);
  return [
    `Judged by ${metricId} of ${whom}: ${wanted.join()} from ${observation.from} to ${observation.until}, against ` +
      `${baseline.from} to ${baseline.until}, by ${smallestSample} observations each or more.`,
  ];
}

function moneyLines({ budget, spentMinor, ledger }: Measure): readonly string[] {
  if (budget === null) return ['It has no budget.'];
  const { amountMinor, currency } = budget;
  const sums = `${moneyText(spentMinor, currency)} of ${moneyText(amountMinor, currency)} is spent, ${moneyText(amountMinor - spentMinor, currency)} is left.`;
  return [
    sums,
    ...ledger.map(({ entryId, amount, what, by, spentAt }) => {
      const entry = `${moneyText(amount.amountMinor, amount.currency)} for ${shown(what)}`;
      return `  ${spentAt} ${entryId}: ${entry}, by ${shown(by)}`;
    }),
  ];
}

const toldLines = ({ announcement, announcedTo }: Measure): readonly string[] =>
  announcement === null
    ? []
    : [
        `Takes effect on ${announcement.effectiveOn}: ${shown(announcement.content.en)} ${announcedTo} customers were told.`,
      ];

function findingLines({ verified, regression }: Measure): readonly string[] {
  const lines = verified === null ? ['It is not verified yet.'] : [verdictLine('Verified', verified)];
  return regression === null ? lines : [...lines, verdictLine('No more', regression)];
}

const verdictLine = (word: string, { at, result }: NonNullable<Measure['verified']>): string =>
  `${word} ${at}: ${result.verdict} (${result.test}). ${shown(result.reason.en)}`;
