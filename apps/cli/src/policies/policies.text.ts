import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { Comparison, ListedPolicy, Policy, PolicyDraft, PolicyStep, PolicyVersion } from './policies.answers';

export const listLines = (policies: readonly ListedPolicy[]): readonly string[] => textTable(LIST, policies);

const LIST = [
  { title: 'POLICY', value: ({ policyId }: ListedPolicy) => policyId },
  { title: 'KIND', value: ({ kind }: ListedPolicy) => kind },
  { title: 'IN FORCE', value: ({ inForceVersion }: ListedPolicy) => shown(inForceVersion), alignRight: true },
  { title: 'SINCE', value: ({ inForceFrom }: ListedPolicy) => shown(inForceFrom) },
  { title: 'VERSIONS', value: ({ versions }: ListedPolicy) => `${versions}`, alignRight: true },
  { title: 'DRAFT', value: ({ draftVersion }: ListedPolicy) => shown(draftVersion), alignRight: true },
  { title: 'TITLE', value: ({ title }: ListedPolicy) => shown(`${title.zh} ${title.en}`) },
];

/** What is in force and what is drafted, then who did what when. */
export const policyLines = ({ inForce, draft, steps }: Policy): readonly string[] => [
  ...(inForce ? [...versionLines(inForce), ''] : ['Nothing is in force.', '']),
  ...(draft ? [...draftLines(draft), ''] : []),
  ...textTable(STEPS, steps),
];

export const versionLines = (version: PolicyVersion): readonly string[] => {
  const { version: number, by, effectiveFrom, effectiveTo } = version;
  const until = effectiveTo === null ? '' : ` until ${effectiveTo}`;
  return [
    `Version ${number}, in force from ${effectiveFrom}${until}, published by ${shown(by)}`,
    ...bodyLines(version),
  ];
};

const draftLines = (draft: PolicyDraft): readonly string[] => [
  `Draft of version ${draft.version} by ${shown(draft.by)} at ${draft.draftedAt}, fingerprint ${draft.draftFingerprint}`,
  ...bodyLines(draft),
];

const bodyLines = ({ title, description, content }: PolicyVersion | PolicyDraft): readonly string[] => [
  shown(`${title.zh} ${title.en}`),
  ...(description ? [shown(description.zh), shown(description.en)] : []),
  ...JSON.stringify(content, undefined, 2).split('\n'),
];

const STEPS = [
  { title: 'AT', value: ({ at }: PolicyStep) => at },
  { title: 'VERSION', value: ({ version }: PolicyStep) => `${version}`, alignRight: true },
  { title: 'STEP', value: ({ type }: PolicyStep) => type },
  { title: 'BY', value: ({ by }: PolicyStep) => shown(by) },
];

type Change = Comparison['comparison']['changes'][number];
type Example = Comparison['comparison']['examples'][number];

export const comparisonLines = ({ comparison, draftFingerprint }: Comparison): readonly string[] => {
  const { of, looked, changed, changes, examples, notes = [] } = comparison;
  return [
    `Of ${looked} ${of}, ${changed} would change.`,
    ...(changes.length > 0 ? ['', ...textTable(CHANGES, changes)] : []),
    ...(examples.length > 0 ? ['', ...textTable(EXAMPLES, examples)] : []),
    ...notes.map(shown),
    '',
    `Draft ${draftFingerprint}`,
  ];
};

const CHANGES = [
  { title: 'FROM', value: ({ from }: Change) => shown(from) },
  { title: 'TO', value: ({ to }: Change) => shown(to) },
  { title: 'HOW MANY', value: ({ count }: Change) => `${count}`, alignRight: true },
];

const EXAMPLES = [
  { title: 'ID', value: ({ id }: Example) => shown(id) },
  { title: 'FROM', value: ({ from }: Example) => shown(from) },
  { title: 'TO', value: ({ to }: Example) => shown(to) },
];
