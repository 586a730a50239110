import type { GoalEvent } from '@tenure/improvement-contract';
import { knownAt, type Dated } from './dated.history';
import { evolveGoal, type Goal, type KnownGoal } from './goal.state';

/** What was known of a goal at a moment (ISO 8601), from all its events in their order; undefined before it was set. */
export function goalAt(history: readonly Dated<GoalEvent>[], moment: string): KnownGoal | undefined {
  const absent: Goal = { status: 'absent' };
  const state = knownAt(history, moment).reduce(evolveGoal, absent);
  return state.status === 'absent' ? undefined : state;
}
