import type { GoalCommand, GoalEvent, GoalRejection, GoalSet } from '@tenure/improvement-contract';
import { accept, fingerprintOf, isAfter, isBefore, reject, type Decider, type Decision } from '@tenure/kernel';
import { METRICS, segmentFlaw, type MetricId } from '@tenure/metric-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolveGoal, type Goal, type KnownGoal } from './goal.state';

type Command = Plain<GoalCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<GoalEvent, GoalRejection>;

export const goal: Decider<Goal, Command, GoalEvent, GoalRejection> = {
  initial: { status: 'absent' },
  evolve: evolveGoal,
  decide: (command, state) => {
    if (command.type === 'SetGoal') return set(command, state);
    if (state.status === 'absent') return reject('goal-not-found', `there is no goal ${command.goalId}`);
    if (isBefore(command.occurredAt, state.setAt)) return reject('goal-before-set', `it was set at ${state.setAt}`);
    switch (command.type) {
      case 'MoveGoal':
        return move(command, state);
      case 'GiveUpGoal':
        return giveUp(command, state);
    }
  },
};

function set(command: Of<'SetGoal'>, state: Goal): Outcome {
  const { type: _type, occurredAt, ...said } = command;
  const data: GoalSet = { ...said, setAt: occurredAt };
  if (state.status !== 'absent') {
    const isSame = fingerprintOf(aside(state.set)) === fingerprintOf(aside(data));
    return isSame ? accept() : reject('goal-already-set-differently');
  }
  const odd = segmentFlaw(data.metricId, data.segment);
  if (odd !== undefined) return reject('goal-segment-not-of-metric', odd);
  return refusalOf(data) ?? accept({ type: 'GoalSet', data });
}

/** Who set it and when is of no concern for whether it is the same. */
const aside = ({ by: _by, setAt: _setAt, ...said }: GoalSet) => said;

function move({ goalId, target, dueAt, why, by, occurredAt }: Of<'MoveGoal'>, state: KnownGoal): Outcome {
  if (state.target === target && state.dueAt === dueAt) return accept();
  if (state.status === 'given-up') return reject('goal-given-up');
  const refusal = refusalOf({ ...state, target, dueAt });
  return refusal ?? accept({ type: 'GoalMoved', data: { goalId, target, dueAt, why, by, movedAt: occurredAt } });
}

function giveUp({ goalId, why, by, occurredAt }: Of<'GiveUpGoal'>, { status }: KnownGoal): Outcome {
  if (status === 'given-up') return accept();
  return accept({ type: 'GoalGivenUp', data: { goalId, why, by, givenUpAt: occurredAt } });
}

function refusalOf({ metricId, baseline, target, startsAt, dueAt }: GoalSet): Outcome | undefined {
  if (!isAfter(dueAt, startsAt))
    return reject('goal-due-before-start', `it is due at ${dueAt}, and starts at ${startsAt}`);
  const [least, most] = rangeOf(metricId);
  if ([baseline, target].some((value) => value < least || value > most)) {
    return reject('goal-target-out-of-range', `${metricId} is from ${least} to ${most}`);
  }
  const { better } = METRICS[metricId];
  if (better === 'higher' ? target > baseline : target < baseline) return undefined;
  return reject(
    'goal-target-not-better',
    `${metricId} is better the ${better} it is: ${target} is no better than ${baseline}`,
  );
}

function rangeOf(metricId: MetricId): readonly [least: number, most: number] {
  switch (METRICS[metricId].unit) {
    case 'percent':
      return [0, 100];
    case 'points':
      return [-100, 100];
    case 'hours':
    case 'per-100-customers':
      return [0, 1e9];
  }
}
