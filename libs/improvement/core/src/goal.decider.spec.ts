import * as fc from 'fast-check';
import type { GoalCommand, GoalEvent, GoalSet } from '@tenure/improvement-contract';
import { proveRepeatedCommandsYieldNoEvents, recordAll, projected, specify } from '@tenure/kernel/testing';
import type { Plain } from '@tenure/shared-contract';
import { goalRegister } from './goal-register.projection';
import { goalAt } from './goal.as-of';
import { goal } from './goal.decider';
import { progressOf, questionOf } from './goal.progress';

const setAt = '2026-01-01T09:00:00+08:00';
const later = '2026-02-01T09:00:00+08:00';
const { given } = specify(goal);

/** R22: CSAT from 78 % to 85 %, over half a year. */
const data: GoalSet = {
  goalId: 'g-1',
  title: { zh: '满意度', en: 'Satisfaction' },
  metricId: 'csat',
  segment: {},
  baseline: 78,
  target: 85,
  windowDays: 30,
  startsAt: '2026-01-01T00:00:00+08:00',
  dueAt: '2026-07-01T00:00:00+08:00',
  owner: 'wang',
  problems: ['p-1'],
  by: 'anna',
  setAt,
};
const { setAt: _setAt, ...said } = data;
const SetGoal = { type: 'SetGoal', ...said, occurredAt: setAt } as const;
const set: GoalEvent = { type: 'GoalSet', data };
const MoveGoal = {
  type: 'MoveGoal',
  goalId: 'g-1',
  target: 90,
  dueAt: '2026-10-01T00:00:00+08:00',
  why: 'w',
  by: 'bo',
  occurredAt: later,
} as const;
const { type: _type, occurredAt: _occurredAt, ...moving } = MoveGoal;
const moved: GoalEvent = { type: 'GoalMoved', data: { ...moving, movedAt: later } };
const GiveUpGoal = { type: 'GiveUpGoal', goalId: 'g-1', why: 'w', by: 'bo', occurredAt: later } as const;
const givenUp: GoalEvent = { type: 'GoalGivenUp', data: { goalId: 'g-1', why: 'w', by: 'bo', givenUpAt: later } };

describe('a goal', () => {
  it('is set, moved and given up', () => {
    given().when(SetGoal).then(set);
    given(set).when(MoveGoal).then(moved);
    given(set).when(GiveUpGoal).then(givenUp);
  });

  it.each<[Partial<GoalSet>, string]>([
    [{ dueAt: data.startsAt }, 'goal-due-before-start'],
    [{ segment: { caseTypes: ['complaint'] } }, 'goal-segment-not-of-metric'],
    [{ target: 101 }, 'goal-target-out-of-range'],
    [{ target: 78 }, 'goal-target-not-better'],
    [{ metricId: 'first-response-hours', baseline: 2, target: 4 }, 'goal-target-not-better'],
    [{ metricId: 'nps', baseline: -101, target: 4 }, 'goal-target-out-of-range'],
  ])('is refused with %j', (wrong, code) => {
    const decision = goal.decide({ ...SetGoal, ...wrong }, goal.initial);
    expect(decision).toMatchObject({ accepted: false, code });
  });

  it('is one, and is not changed once given up, nor before it was set', () => {
    given(set)
      .when({ ...SetGoal, target: 86 })
      .thenRejected('goal-already-set-differently');
    given(set, givenUp).when(MoveGoal).thenRejected('goal-given-up');
    given(set)
      .when({ ...MoveGoal, target: 70 })
      .thenRejected('goal-target-not-better');
    given(set)
      .when({ ...GiveUpGoal, occurredAt: '2025-12-31T00:00:00Z' })
      .thenRejected('goal-before-set');
    given().when(MoveGoal).thenRejected('goal-not-found');
  });

  it('yields no events where a command is repeated', () =>
    proveRepeatedCommandsYieldNoEvents<ReturnType<typeof goal.evolve>, Plain<GoalCommand>, GoalEvent, string>(goal, {
      SetGoal: fc.constantFrom(SetGoal, { ...SetGoal, target: 90 }),
      MoveGoal: fc.constantFrom(MoveGoal, { ...MoveGoal, target: 95 }, { ...MoveGoal, dueAt: data.dueAt }),
      GiveUpGoal: fc.constant(GiveUpGoal),
    }));
});

describe('how a goal stands', () => {
  const [row] = projected(goalRegister, recordAll([set, moved]));
  const history = [
    { ...set, at: setAt },
    { ...moved, at: later },
  ];
  const known = given(set).state();
  if (known.status === 'absent') throw new Error('it is set');

  it('is told by what was known then', () => {
    expect(goalAt(history, '2025-12-31T00:00:00Z')).toBeUndefined();
    expect(goalAt(history, '2026-01-15T00:00:00Z')).toMatchObject({ target: 85, dueAt: data.dueAt });
    expect(goalAt(history, '2026-03-01T00:00:00Z')).toMatchObject({ target: 90, baseline: 78 });
    expect(row).toMatchObject({
      goalId: 'g-1',
      metricId: 'csat',
      owner: 'wang',
      dueAt: moved.data.dueAt,
      givenUp: false,
    });
  });

  const halfWay = '2026-04-01T12:00:00+08:00';
  it.each([
    [halfWay, 82, 'on-track'],
    [halfWay, 81, 'behind'],
    [halfWay, 70, 'behind'],
    [halfWay, 85, 'reached'],
    [data.dueAt, 84.9, 'missed'],
    [data.dueAt, null, 'no-data'],
  ])('at %s with %d is %s', (moment, value, standing) =>
    expect(progressOf(known, moment, value).standing).toBe(standing),
  );

  it('is how much of the way is done, against the time that is over', () => {
    const progress = progressOf(known, halfWay, 81.5);
    expect(progress.donePercent).toBeCloseTo(50, 9);
    expect(progress.expectedPercent).toBeCloseTo(50, 9);
    expect(progress.standing).toBe('on-track');
    expect(progressOf(known, '2025-06-01T00:00:00Z', 76)).toMatchObject({ expectedPercent: 0, standing: 'behind' });
  });

  it('is measured over its newest days, and after its date as it stood at that', () => {
    expect(questionOf(known, halfWay).window).toEqual({
      from: '2026-03-02T04:00:00.000Z',
      until: '2026-04-01T04:00:00.000Z',
    });
    expect(questionOf(known, '2027-01-01T00:00:00Z').window.until).toBe('2026-06-30T16:00:00.000Z');
  });
});
