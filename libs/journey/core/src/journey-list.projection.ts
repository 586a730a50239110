import type { EntryRefusal, JourneyEnded, JourneyEvent, StepAction } from '@tenure/journey-contract';
import type { Projection } from '@tenure/kernel';
import type { PolicyEvent } from '@tenure/policy-contract';

type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** A journey with how many customers it has reached, and how. */
export interface JourneyListRow {
  readonly journeyId: string;
  /** The newest one that was published, in force or not yet; 0 where none is known. */
  readonly version: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly effectiveFrom: string | null;
  readonly treated: number;
  readonly heldOut: number;
  readonly ended: Counts<JourneyEnded['reason']>;
  readonly refused: Counts<EntryRefusal>;
  /** Steps by what they led to. */
  readonly steps: Counts<StepAction['kind']>;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

type Published = Extract<PolicyEvent, { type: 'PolicyPublished' }>;
export type JourneyListEvent = Published | Exclude<JourneyEvent, { type: 'JourneyStepPutOff' | 'JourneyTaskDone' }>;

/** Which journeys there are, and what they have come to. */
export const journeyList: Projection<JourneyListRow, JourneyListEvent> = {
  name: 'journey-list',
  version: 1,
  handles: ['PolicyPublished', 'JourneyEntered', 'JourneyEntryRefused', 'JourneyStepTaken', 'JourneyEnded'],
  keysOf: (event) => journeyOf(event),
  fold: (row, event, journeyId) => {
    const known = row ?? newRow(journeyId);
    return { ...known, ...changesOf(known, event), position: event.position };
  },
};

function journeyOf(event: JourneyListEvent): readonly string[] {
  if (event.type !== 'PolicyPublished') return [event.data.journeyId];
  return event.data.kind === 'journey' ? [event.data.policyId] : [];
}

const newRow = (journeyId: string): Omit<JourneyListRow, 'position'> => ({
  journeyId,
  version: 0,
  titleZh: journeyId,
  titleEn: journeyId,
  effectiveFrom: null,
  treated: 0,
  heldOut: 0,
  ended: {},
  refused: {},
  steps: {},
});

function changesOf(row: Omit<JourneyListRow, 'position'>, { type, data }: JourneyListEvent): Partial<JourneyListRow> {
  switch (type) {
    case 'PolicyPublished': {
      const { version, title, effectiveFrom } = data;
      if (version < row.version) return {};
      return { version, titleZh: title.zh, titleEn: title.en, effectiveFrom };
    }
    case 'JourneyEntered':
      return data.group === 'treated' ? { treated: row.treated + 1 } : { heldOut: row.heldOut + 1 };
    case 'JourneyEntryRefused':
      return { refused: oneMore(row.refused, data.reason) };
    case 'JourneyStepTaken':
      return { steps: oneMore(row.steps, data.action.kind) };
    case 'JourneyEnded':
      return { ended: oneMore(row.ended, data.reason) };
  }
}

const oneMore = <Key extends string>(counts: Counts<Key>, key: Key): Counts<Key> => ({
  ...counts,
  [key]: (counts[key] ?? 0) + 1,
});
