import type { GoalEvent } from '@tenure/improvement-contract';
import type { Projection, Recorded } from '@tenure/kernel';
import { dated, type Dated } from './dated.history';

/** A goal by all that has happened to it in its order, from which follows how it was at any moment. */
export interface GoalRegisterRow {
  readonly goalId: string;
  readonly metricId: string;
  readonly owner: string;
  /** As it was moved last. */
  readonly dueAt: string;
  readonly setAt: string;
  readonly givenUp: boolean;
  readonly history: readonly Dated<GoalEvent>[];
  readonly position: bigint;
}

/** Which goals there are, whose they are, and by when they are to be reached. */
export const goalRegister: Projection<GoalRegisterRow, GoalEvent> = {
  name: 'goal-register',
  version: 1,
  handles: ['GoalSet', 'GoalMoved', 'GoalGivenUp'],
  keysOf: ({ data: { goalId } }) => [goalId],
  fold: (row, event, goalId) => {
    const known = row ?? newRow(goalId, event);
    const history = [...known.history, dated(event)];
    return { ...known, ...changesOf(event), history, position: event.position };
  },
};

const newRow = (goalId: string, { metadata: { occurredAt }, position }: Recorded<GoalEvent>): GoalRegisterRow => ({
  goalId,
  metricId: '',
  owner: '',
  dueAt: occurredAt,
  setAt: occurredAt,
  givenUp: false,
  history: [],
  position,
});

function changesOf({ type, data }: GoalEvent): Partial<GoalRegisterRow> {
  switch (type) {
    case 'GoalSet': {
      const { metricId, owner, dueAt, setAt } = data;
      return { metricId, owner, dueAt, setAt };
    }
    case 'GoalMoved':
      return { dueAt: data.dueAt };
    case 'GoalGivenUp':
      return { givenUp: true };
  }
}
