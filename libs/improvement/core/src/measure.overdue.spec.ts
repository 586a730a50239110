import type { MeasureEvent } from '@tenure/improvement-contract';
import { specify } from '@tenure/kernel/testing';
import { measure } from './measure.decider';
import { isAlarm, overdueSteps } from './measure.overdue';
import type { KnownMeasure } from './measure.state';
import { committed, completed, DIGEST, improvementPolicy, planned, started } from './testing/improvement.fixture';

const decider = measure({ policy: improvementPolicy, problem: { status: 'absent' }, digestOf: () => DIGEST });
const { given } = specify(decider);
const { measures: rules, timeZone } = improvementPolicy.content;
const reported = (reportedAt: string): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: { measureId: 'm-1', problemId: 'p-1', percent: 40, note: 'Signed', by: 'anna', reportedAt },
});

function known(...events: MeasureEvent[]): KnownMeasure {
  const state = events.reduce(decider.evolve, decider.initial);
  if (state.stage === 'absent') throw new Error('There is no plan among the events');
  return state;
}
const stepsOf = (...events: MeasureEvent[]) =>
  overdueSteps(known(...events), rules, timeZone).map(({ what, step, at }) => `${what} ${step} ${at}`);

const completion = ['completion 1 2026-03-31T16:00:00.000Z', 'completion 2 2026-04-03T16:00:00.000Z'];

describe('what is overdue of a measure', () => {
  it('is its completion when its last day is over on the clocks of the policy', () =>
    expect(stepsOf(planned, committed)).toEqual(completion));
  it('is a report of progress within so many days of the start, and of the report before', () => {
    expect(stepsOf(planned, committed, started)).toEqual([
      'progress 1 2026-03-17T01:00:00.000Z',
      'progress 2 2026-03-20T01:00:00.000Z',
      ...completion,
    ]);
    expect(stepsOf(planned, committed, started, reported('2026-03-16T09:00:00+08:00'))[0]).toBe(
      'progress 1 2026-03-23T01:00:00.000Z',
    );
  });
  it('is nothing once it is completed', () => expect(stepsOf(planned, committed, started, completed)).toEqual([]));
  it('alarms nobody of what lies long in the past when it is found', () => {
    const [step = fail()] = overdueSteps(known(planned), rules, timeZone);
    expect(isAlarm(step, '2026-04-07T16:00:00.000Z')).toBe(true);
    expect(isAlarm(step, '2026-04-07T16:00:00.001Z')).toBe(false);
  });

  const mark = (dueAt: string, step = 1) =>
    ({
      type: 'MarkMeasureOverdue',
      measureId: 'm-1',
      what: 'completion',
      dueAt,
      step,
      alarm: true,
      occurredAt: '2026-04-05T00:00:00Z',
    }) as const;
  it('is recorded once for each step, with whom the policy names', () => {
    const data = {
      measureId: 'm-1',
      problemId: 'p-1',
      what: 'completion',
      owner: 'anna',
      dueAt: '2026-03-31T16:00:00.000Z',
      step: 2,
      notify: ['owner', 'person:dora'],
      channels: ['inbox', 'email'],
      alarm: true,
      overdueAt: '2026-04-05T00:00:00Z',
    } as const;
    given(planned).when(mark(data.dueAt, 2)).then({ type: 'MeasureOverdue', data });
    expect(stepsOf(planned, { type: 'MeasureOverdue', data })).toEqual(completion.slice(0, 1));
  });
  it('is not recorded of a step that is none, or of a day that was moved meanwhile', () => {
    given(planned).when(mark('2026-03-31T16:00:00.000Z', 3)).then();
    given(planned).when(mark('2026-03-30T16:00:00.000Z')).then();
  });
});
