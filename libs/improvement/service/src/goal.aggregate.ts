import type { Aggregate } from '@tenure/event-store';
import { goalCodec, type GoalCommand, type GoalEvent, type GoalRejection } from '@tenure/improvement-contract';
import { goal, type Goal } from '@tenure/improvement-core';
import type { Plain } from '@tenure/shared-contract';

export const goalAggregate: Aggregate<Goal, Plain<GoalCommand>, GoalEvent, GoalRejection> = {
  category: 'goal',
  decider: goal,
  codec: goalCodec,
  idOf: ({ goalId }) => goalId,
  customerIdOf: () => undefined,
  starts: ['SetGoal'],
};
