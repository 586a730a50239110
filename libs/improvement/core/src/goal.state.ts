import type { GoalEvent, GoalSet } from '@tenure/improvement-contract';

/** A goal as it was set, with what was moved since. */
export interface KnownGoal extends GoalSet {
  readonly status: 'set' | 'given-up';
  /** As they were at first. */
  readonly set: GoalSet;
}

export type Goal = { readonly status: 'absent' } | KnownGoal;

export function evolveGoal(state: Goal, event: GoalEvent): Goal {
  if (event.type === 'GoalSet') return { ...event.data, status: 'set', set: event.data };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'GoalMoved':
      return { ...state, target: event.data.target, dueAt: event.data.dueAt };
    case 'GoalGivenUp':
      return { ...state, status: 'given-up' };
  }
}
