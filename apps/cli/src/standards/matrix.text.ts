import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import { durationText } from './duration.text';

interface Text {
  readonly zh: string;
  readonly en: string;
}

interface Tier {
  readonly tier: string;
  readonly servedBy: Text;
  readonly content: readonly Text[];
}

interface Target {
  readonly clock: string;
  readonly when: Readonly<Partial<Record<'caseTypes' | 'tiers' | 'urgencies' | 'complexities', readonly string[]>>>;
  readonly withinMinutes: number;
  readonly calendarId: string;
  readonly pausedWhile: readonly string[];
  readonly remindAtPercent: readonly number[];
}

/** A version of a service standard, as the API answers with it. */
export interface Standard {
  readonly version: number;
  readonly title: Text;
  readonly effectiveFrom: string;
  readonly content: {
    readonly tiers: readonly Tier[];
    readonly defaultTier: string;
    readonly targets: readonly Target[];
    readonly midCase: Readonly<Record<'tierChanged' | 'urgencyChanged' | 'standardPublished', string>>;
  };
}

/** The matrix in words. */
export function matrixLines({ version, title, effectiveFrom, content }: Standard): readonly string[] {
  const { tiers, defaultTier, targets, midCase } = content;
  return [
    shown(`${title.en} ${title.zh}, version ${version}, in force from ${effectiveFrom}`),
    '',
    ...textTable(TIERS, tiers),
    '',
    ...textTable(TARGETS, targets),
    '',
    `Customers without a tier are served as those of tier ${shown(defaultTier)}.`,
    `When the tier of a case’s customer changes: ${MID_CASE[midCase.tierChanged] ?? midCase.tierChanged}; its urgency: ` +
      `${MID_CASE[midCase.urgencyChanged] ?? midCase.urgencyChanged}; when a new version is published: ` +
      `${MID_CASE[midCase.standardPublished] ?? midCase.standardPublished}.`,
  ];
}

const MID_CASE: Readonly<Record<string, string>> = {
  keep: 'its clocks keep their targets',
  retarget: 'its clocks go by the new target, with all time counted',
};

const TIERS = [
  { title: 'TIER', value: ({ tier }: Tier) => shown(tier) },
  { title: 'SERVED BY', value: ({ servedBy }: Tier) => shown(`${servedBy.en} ${servedBy.zh}`) },
  { title: 'SERVICE', value: ({ content }: Tier) => shown(content.map(({ en }) => en).join('; ')) },
];

const every = (values: readonly string[] | undefined): string => shown(values?.join(', ') ?? 'every');

const TARGETS = [
  { title: 'CLOCK', value: ({ clock }: Target) => clock },
  { title: 'TYPE', value: ({ when }: Target) => every(when.caseTypes) },
  { title: 'TIER', value: ({ when }: Target) => every(when.tiers) },
  { title: 'URGENCY', value: ({ when }: Target) => every(when.urgencies) },
  { title: 'COMPLEXITY', value: ({ when }: Target) => every(when.complexities) },
  { title: 'WITHIN', value: ({ withinMinutes }: Target) => durationText(withinMinutes * 60), alignRight: true },
  { title: 'OF', value: ({ calendarId }: Target) => shown(calendarId) },
  { title: 'STOPS WHILE', value: ({ pausedWhile }: Target) => shown(pausedWhile.join(', ')) },
  {
    title: 'REMINDS AT',
    value: ({ remindAtPercent }: Target) => shown(remindAtPercent.map((p) => `${p} %`).join(', ')),
  },
];
