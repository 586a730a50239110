import type { MeasureEvent, ProblemEvent } from '@tenure/improvement-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { measureAt } from './measure.as-of';
import { measureRegister } from './measure-register.projection';
import { problemAt } from './problem.as-of';
import { problemRegister } from './problem-register.projection';
import { answered, committed, opened, openedAt, plan, planned, started, verified } from './testing/improvement.fixture';

const at = <Event>(event: Event, moment: string) => Object.assign({}, event, { at: moment });
const solved: ProblemEvent = {
  type: 'ProblemSolved',
  data: { problemId: 'p-1', measureId: 'm-1', solvedAt: '2026-05-01T00:00:00Z' },
};
const problems = [
  at(opened, openedAt),
  at(answered('w-2'), openedAt),
  at(answered('w-1', 'w-2'), '2026-03-04T00:00:00Z'),
  at(solved, '2026-05-01T00:00:00Z'),
];

describe('what was known of a problem', () => {
  it('is nothing before it was opened', () => expect(problemAt(problems, '2026-03-01T00:59:59Z')).toBeUndefined());
  it('leaves out what happened later, by time and not by text', () => {
    expect(problemAt(problems, '2026-03-01T01:00:00Z')?.whys).toHaveLength(1);
    expect(problemAt(problems, '2026-04-30T23:59:59Z')).toMatchObject({ status: 'open', solvedBy: null });
    expect(problemAt(problems, '2026-05-01T08:00:00+08:00')).toMatchObject({ status: 'solved', solvedBy: 'm-1' });
  });
  it('has nothing in it but what is told', () =>
    expect(Object.keys(problemAt(problems, '2026-06-01T00:00:00Z') ?? {}).sort()).toEqual([
      ...['by', 'changedAt', 'evidence', 'impact', 'openedAt', 'personDays', 'priority', 'priorityReason'],
      ...['problemId', 'reopenings', 'scope', 'since', 'solvedBy', 'status', 'title', 'whys'],
    ]));
});

describe('what was known of a measure', () => {
  const measures = [
    at(planned, plan.plannedAt),
    at(committed, '2026-03-03T01:00:00Z'),
    at(started, '2026-03-10T01:00:00Z'),
    at(verified('effective'), '2026-05-01T00:00:00Z'),
  ];
  const known = (moment: string) => measureAt(measures, moment, 'Asia/Shanghai');
  it('is overdue when its last day is over on the clocks of the zone', () => {
    expect(known('2026-03-31T15:59:59.999Z')).toMatchObject({ stage: 'started', overdue: false });
    expect(known('2026-03-31T16:00:00.000Z')).toMatchObject({ overdue: true, verified: null });
  });
  it('is verified from the moment on at which it was', () => {
    expect(known('2026-05-01T00:00:00Z')?.verified?.result.verdict).toBe('effective');
    expect(known('2026-03-02T00:00:00Z')).toBeUndefined();
  });
});

describe('the registers', () => {
  const occurredAt = '2026-03-02T00:00:00Z';
  it('have all that happened, in its order, and what it comes to', () => {
    const events: readonly ProblemEvent[] = [opened, answered('w-1'), solved];
    const [row] = projected(problemRegister, recordAll(events, { occurredAt }));
    expect(row).toMatchObject({ problemId: 'p-1', status: 'solved', themeId: 'late', product: null, position: 2n });
    expect(row?.history).toEqual(events.map((event) => ({ ...event, at: occurredAt })));
    const measures: readonly MeasureEvent[] = [planned, committed, started, verified('not-effective')];
    const [measure] = projected(measureRegister, recordAll(measures, { occurredAt }));
    expect(measure).toMatchObject({ stage: 'started', owner: 'anna', verdict: 'not-effective', regressed: false });
    expect(measure?.history.map(({ type }) => type)).toEqual(measures.map(({ type }) => type));
  });
});
