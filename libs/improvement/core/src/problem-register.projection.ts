import type { Priority, ProblemAsOf, ProblemEvent } from '@tenure/improvement-contract';
import type { Projection } from '@tenure/kernel';
import type { Text } from '@tenure/shared-contract';
import { dated, type Dated } from './dated.history';
import { evolveProblem, type Problem } from './problem.state';

/** A problem as it is, and all that has happened to it in its order, from which follows how it was at any moment. */
export interface ProblemRegisterRow {
  readonly problemId: string;
  readonly title: Text;
  readonly status: ProblemAsOf['status'];
  /** Null until it is judged. */
  readonly priority: Priority | null;
  readonly themeId: string | null;
  readonly product: string | null;
  readonly stepId: string | null;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly history: readonly Dated<ProblemEvent>[];
  readonly position: bigint;
}

/** Which problems there are, which are open, and what comes first. */
export const problemRegister: Projection<ProblemRegisterRow, ProblemEvent> = {
  name: 'problem-register',
  version: 1,
  handles: [
    'ProblemOpened',
    'ProblemEvidenceFound',
    'ProblemCaseLinked',
    'ProblemCaseUnlinked',
    'WhyAnswered',
    'WhyWithdrawn',
    'ProblemEffortEstimated',
    'ProblemPrioritised',
    'ProblemSolved',
    'ProblemReopened',
    'ProblemDismissed',
  ],
  keysOf: ({ data: { problemId } }) => [problemId],
  fold: (row, event, problemId) => {
    const history = [...(row?.history ?? []), dated(event)];
    const absent: Problem = { status: 'absent' };
    const state = history.reduce(evolveProblem, absent);
    return { problemId, ...columnsOf(state, event.metadata.occurredAt), history, position: event.position };
  },
};

function columnsOf(state: Problem, at: string): Omit<ProblemRegisterRow, 'problemId' | 'history' | 'position'> {
  if (state.status === 'absent') return { ...UNKNOWN, openedAt: at, changedAt: at };
  const { title, status, priority, scope, by, openedAt, changedAt } = state;
  const { themeId = null, product = null, stepId = null } = scope;
  return { title, status, priority, themeId, product, stepId, openedBy: by, openedAt, changedAt };
}

const UNKNOWN = {
  title: { zh: '', en: '' },
  status: 'open',
  priority: null,
  themeId: null,
  product: null,
  stepId: null,
  openedBy: '',
} as const;
