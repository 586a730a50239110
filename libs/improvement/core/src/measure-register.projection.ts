import type { MeasureEvent, MeasureStage, MeasureVerdict } from '@tenure/improvement-contract';
import type { Projection, Recorded } from '@tenure/kernel';
import { dated, type Dated } from './dated.history';
import { evolveMeasure, type Measure } from './measure.state';

/** A measure as it is, and all that has happened to it in its order, from which follows how it was at any moment. */
export interface MeasureRegisterRow {
  readonly measureId: string;
  readonly problemId: string;
  readonly owner: string;
  readonly stage: MeasureStage;
  readonly startsOn: string;
  /** As it was moved last: `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly metricId: string;
  /** Null until it is verified. */
  readonly verdict: MeasureVerdict | null;
  readonly regressed: boolean;
  readonly plannedAt: string;
  readonly history: readonly Dated<MeasureEvent>[];
  readonly position: bigint;
}

/** Which measures there are, who owns them, when they are due and what they were worth. */
export const measureRegister: Projection<MeasureRegisterRow, MeasureEvent> = {
  name: 'measure-register',
  version: 1,
  handles: [
    'MeasurePlanned',
    'MeasureCommitted',
    'MeasureStarted',
    'MeasureProgressReported',
    'MeasureBudgetChanged',
    'MeasureMoneySpent',
    'MeasureDueMoved',
    'MeasureOverdue',
    'MeasureAnnounced',
    'MeasureCompleted',
    'MeasureAbandoned',
    'MeasureVerified',
    'MeasureRegressed',
    'MeasureStandardDrafted',
  ],
  keysOf: ({ data: { measureId } }) => [measureId],
  fold: (row, event, measureId) => {
    const history = [...(row?.history ?? []), dated(event)];
    const absent: Measure = { stage: 'absent' };
    const state = history.reduce(evolveMeasure, absent);
    return { measureId, ...columnsOf(state, event), history, position: event.position };
  },
};

function columnsOf(
  state: Measure,
  { data: { problemId }, metadata }: Recorded<MeasureEvent>,
): Omit<MeasureRegisterRow, 'measureId' | 'history' | 'position'> {
  if (state.stage === 'absent') return { ...UNKNOWN, problemId, plannedAt: metadata.occurredAt };
  const { owner, stage, startsOn, dueOn, verification, verified, regressed, plannedAt } = state;
  const found = { verdict: verified?.result.verdict ?? null, regressed: regressed !== null };
  return { problemId, owner, stage, startsOn, dueOn, metricId: verification.metricId, ...found, plannedAt };
}

const UNKNOWN = {
  owner: '',
  stage: 'planned',
  startsOn: '',
  dueOn: '',
  metricId: '',
  verdict: null,
  regressed: false,
} as const;
