import type { JourneyEnded, JourneyEntered, JourneyEvent, StepAction } from '@tenure/journey-contract';
import type { Projection } from '@tenure/kernel';
import type { JourneyCategory } from '@tenure/policy-contract';

/** A step as it was taken. */
export interface JourneyRunStep {
  readonly step: number;
  readonly stepId: string;
  readonly kind: StepAction['kind'];
  readonly at: string;
  /** Why nothing was sent. */
  readonly suppressed?: 'no-consent' | 'no-address' | 'frequency-cap';
}

/** One customer's way through one journey. Times ISO 8601. */
export interface JourneyRunRow {
  readonly runId: string;
  readonly customerId: string;
  readonly journeyId: string;
  readonly version: number;
  readonly category: JourneyCategory;
  readonly runGroup: JourneyEntered['group'];
  readonly causeEventId: string;
  readonly enteredAt: string;
  readonly outcomeUntil: string;
  readonly status: 'active' | 'held-out' | 'ended';
  readonly nextStepId: string | null;
  readonly nextDueAt: string | null;
  readonly endedBecause: JourneyEnded['reason'] | null;
  readonly endedAt: string | null;
  readonly steps: readonly JourneyRunStep[];
  /** Of the newest event in the row. */
  readonly position: bigint;
}

export type JourneyRunEvent = Exclude<JourneyEvent, { type: 'JourneyEntryRefused' | 'JourneyTaskDone' }>;

/** Who is, or was, in which journey, how far they have come, and what comes next. */
export const journeyRun: Projection<JourneyRunRow, JourneyRunEvent> = {
  name: 'journey-run',
  version: 1,
  handles: ['JourneyEntered', 'JourneyStepTaken', 'JourneyStepPutOff', 'JourneyEnded'],
  keysOf: ({ data: { runId } }) => [runId],
  fold: (row, event) => {
    const known = row ?? newRow(event.data, event.metadata.occurredAt);
    return { ...known, ...changesOf(known, event), position: event.position };
  },
};

const newRow = (
  { runId, customerId, journeyId, version }: JourneyRunEvent['data'],
  at: string,
): Omit<JourneyRunRow, 'position'> => ({
  runId,
  customerId,
  journeyId,
  version,
  category: 'maintenance',
  runGroup: 'treated',
  causeEventId: '',
  enteredAt: at,
  outcomeUntil: at,
  status: 'active',
  nextStepId: null,
  nextDueAt: null,
  endedBecause: null,
  endedAt: null,
  steps: [],
});

function changesOf(row: Omit<JourneyRunRow, 'position'>, { type, data }: JourneyRunEvent): Partial<JourneyRunRow> {
  switch (type) {
    case 'JourneyEntered': {
      const { category, group, causeEventId, enteredAt, outcomeUntil } = data;
      const status = group === 'held-out' ? 'held-out' : 'active';
      return { category, runGroup: group, causeEventId, enteredAt, outcomeUntil, status, ...nextOf(data) };
    }
    case 'JourneyStepTaken': {
      const { step, stepId, action, takenAt } = data;
      const why = action.kind === 'suppressed' ? { suppressed: action.reason } : {};
      return { steps: [...row.steps, { step, stepId, kind: action.kind, at: takenAt, ...why }], ...nextOf(data) };
    }
    case 'JourneyStepPutOff':
      return nextOf(data);
    case 'JourneyEnded':
      return { status: 'ended', endedBecause: data.reason, endedAt: data.endedAt, ...nextOf({}) };
  }
}

const nextOf = ({ nextStepId, nextDueAt }: { readonly nextStepId?: string; readonly nextDueAt?: string }) => ({
  nextStepId: nextStepId ?? null,
  nextDueAt: nextDueAt ?? null,
});
