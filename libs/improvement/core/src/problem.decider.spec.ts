import type { ProblemEvent } from '@tenure/improvement-contract';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { problem } from './problem.decider';
import { problemCommands } from './testing/improvement.commands';
import { answered, improvementPolicy, opened, openedAt } from './testing/improvement.fixture';

const decider = problem(improvementPolicy);
const { given } = specify(decider);
const later = '2026-03-05T09:00:00+08:00';
const of = { problemId: 'p-1', occurredAt: later } as const;
const why = (whyId: string, because?: string) =>
  ({
    type: 'AnswerWhy',
    ...of,
    whyId,
    ...(because !== undefined && { because }),
    answer: `because of ${whyId}`,
    category: 'process',
    root: false,
    evidence: [],
    by: 'wang',
  }) as const;
const cases = (many: number) => ({ customers: many, byTier: { none: many }, cases: many, money: {} });
const prioritise = (many: number, occurredAt: string = later) =>
  ({ type: 'PrioritiseProblem', problemId: 'p-1', cases: cases(many), occurredAt }) as const;
const estimated = (personDays: number, estimatedAt: string): ProblemEvent => ({
  type: 'ProblemEffortEstimated',
  data: { problemId: 'p-1', personDays, by: 'wang', estimatedAt },
});
const solved: ProblemEvent = {
  type: 'ProblemSolved',
  data: { problemId: 'p-1', measureId: 'm-1', solvedAt: later },
};
const dismissed: ProblemEvent = {
  type: 'ProblemDismissed',
  data: { problemId: 'p-1', why: 'twice', by: 'wang', dismissedAt: later },
};
const afterMeasure = (because: 'measure-not-effective' | 'regression', measureId = 'm-1') =>
  ({ type: 'ReopenProblemAfterMeasure', ...of, because, measureId, why: 'It fell' }) as const;
const reopened = (because: 'measure-not-effective' | 'regression'): ProblemEvent => ({
  type: 'ProblemReopened',
  data: { problemId: 'p-1', because, measureId: 'm-1', by: 'tenure', why: 'It fell', reopenedAt: later },
});

describe('a problem', () => {
  it('is opened once under an id', () => {
    const { openedAt: occurredAt, ...data } = opened.data;
    const open = { type: 'OpenProblem', ...data, occurredAt } as const;
    given().when(open).then(opened);
    given(opened)
      .when({ ...open, title: { zh: '别的', en: 'Other' } })
      .thenRejected('problem-already-opened-differently');
    given()
      .when({ ...open, since: later })
      .thenRejected('problem-since-in-future');
  });
  it('is nothing to work on before it is opened', () => {
    given().when(why('w-1')).thenRejected('problem-not-found');
    given(opened)
      .when({ ...why('w-1'), occurredAt: '2026-02-28T00:00:00+08:00' })
      .thenRejected('problem-before-opened');
  });

  it('can be asked why about, again and again', () => {
    const data = { problemId: 'p-1', answer: 'because of w-2', category: 'process', root: false } as const;
    const more = { evidence: [], by: 'wang', answeredAt: later };
    given(opened, answered('w-1'))
      .when(why('w-2', 'w-1'))
      .then({ type: 'WhyAnswered', data: { ...data, whyId: 'w-2', because: 'w-1', ...more } });
  });
  it('refuses an answer to a question that nobody can ask', () =>
    given(opened).when(why('w-2', 'w-1')).thenRejected('problem-why-unknown'));
  it.each(['w-1', 'w-2', 'w-3'])('refuses a chain that leads back to itself by %s', (because) =>
    given(opened, answered('w-1'), answered('w-2', 'w-1'), answered('w-3', 'w-2'))
      .when(why('w-1', because))
      .thenRejected('problem-why-loop'),
  );
  it('keeps an answer that others rest on', () => {
    const withdraw = { type: 'WithdrawWhy', ...of, whyId: 'w-1', why: 'wrong', by: 'wang' } as const;
    given(opened, answered('w-1'), answered('w-2', 'w-1')).when(withdraw).thenRejected('problem-why-has-reasons');
    given(opened).when(withdraw).thenRejected('problem-why-unknown');
    const data = { problemId: 'p-1', whyId: 'w-1', by: 'wang', why: 'wrong', withdrawnAt: later };
    given(opened, answered('w-1')).when(withdraw).then({ type: 'WhyWithdrawn', data });
  });

  it('changes its priority as its cases do, and says from which', () => {
    const after = (...events: ProblemEvent[]) => decider.decide(prioritise(12), given(opened, ...events).state());
    expect(after()).toMatchObject({ events: [{ type: 'ProblemPrioritised', data: { priority: 'P1' } }] });
    const first = decider.decide(prioritise(2), given(opened).state());
    expect(first).toMatchObject({ events: [{ data: { priority: 'backlog' } }] });
    const before = first.accepted ? first.events : [];
    expect(after(...before)).toMatchObject({ events: [{ data: { from: 'backlog', priority: 'P1' } }] });
    given(opened, ...before)
      .when(prioritise(3))
      .then();
    given(opened, ...before)
      .when(prioritise(12, openedAt))
      .then();
  });
  it('is judged by the effort that was known at the moment', () => {
    const history = [opened, estimated(2, '2026-03-02T00:00:00+08:00'), estimated(50, later)] as const;
    expect(decider.decide(prioritise(12, '2026-03-03T00:00:00+08:00'), given(...history).state())).toMatchObject({
      events: [{ data: { priority: 'P0', personDays: 2 } }],
    });
    expect(decider.decide(prioritise(12), given(...history).state())).toMatchObject({
      events: [{ data: { priority: 'P1', personDays: 50 } }],
    });
  });
  it('has no priority while no policy says what counts', () =>
    specify(problem(undefined)).given(opened).when(prioritise(1)).thenRejected('problem-no-policy-in-force'));

  it('is solved by a measure, and nothing is done about it then', () => {
    given(opened)
      .when({ type: 'SolveProblem', ...of, measureId: 'm-1' })
      .then(solved);
    given(opened, solved)
      .when({ type: 'SolveProblem', ...of, measureId: 'm-2' })
      .then();
    given(opened, solved).when(why('w-1')).thenRejected('problem-closed');
    given(opened, solved).when(prioritise(99)).then();
  });
  it('is opened again by a measure that did not help, or no longer does, once', () => {
    given(opened).when(afterMeasure('measure-not-effective')).then(reopened('measure-not-effective'));
    given(opened, solved).when(afterMeasure('regression')).then(reopened('regression'));
    given(opened).when(afterMeasure('regression')).then();
  });
  it('stays solved by one measure where another one did not help', () =>
    given(opened, solved).when(afterMeasure('measure-not-effective', 'm-2')).then());
  it('stays dismissed whatever measures were worth', () =>
    given(opened, dismissed).when(afterMeasure('measure-not-effective')).then());
  it('is opened again by a person where it was closed', () => {
    const reopen = { type: 'ReopenProblem', ...of, by: 'wang', why: 'It is back' } as const;
    given(opened).when(reopen).thenRejected('problem-not-closed');
    const data = { problemId: 'p-1', because: 'person', by: 'wang', why: 'It is back', reopenedAt: later } as const;
    given(opened, dismissed).when(reopen).then({ type: 'ProblemReopened', data });
  });
  it('is not the same as itself', () =>
    given(opened)
      .when({ type: 'DismissProblem', ...of, why: 'same', by: 'wang', sameAs: 'p-1' })
      .thenRejected('problem-same-as-itself'));

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(decider, problemCommands));
});
