import { specify } from '@tenure/kernel/testing';
import { measure } from './measure.decider';
import { evolveProblem, type Problem } from './problem.state';
import { answered, DIGEST, improvementPolicy, opened, plan, planned, plannedAt } from './testing/improvement.fixture';

const absent: Problem = { status: 'absent' };
const openProblem = [opened, answered('w-1')].reduce(evolveProblem, absent);
const ground = { policy: improvementPolicy, problem: openProblem, digestOf: () => DIGEST };
const { given } = specify(measure(ground));
const { plannedAt: _plannedAt, ...fields } = plan;
const planning = { type: 'PlanMeasure', ...fields, occurredAt: plannedAt } as const;
const { verification } = plan;
const at = '2026-03-20T09:00:00+08:00';

describe('a plan', () => {
  it('is set down once', () => {
    given().when(planning).then(planned);
    given(planned)
      .when({ ...planning, content: 'Another' })
      .thenRejected('measure-already-planned-differently');
  });
  it.each([
    ['measure-due-before-start', { dueOn: '2026-03-09' }],
    ['measure-causes-unknown', { causes: ['w-1', 'w-2'] }],
    ['measure-not-positive', { budget: { amountMinor: 0, currency: 'CNY' } }],
    ['measure-observed-before-start', { startsOn: '2026-04-02', dueOn: '2026-04-30' }],
    [
      'measure-window-empty',
      {
        verification: {
          ...verification,
          baseline: { from: '2026-03-01T00:00:00+08:00', until: '2026-02-28T16:00:00Z' },
        },
      },
    ],
    [
      'measure-windows-overlap',
      {
        verification: {
          ...verification,
          baseline: { from: '2026-02-01T00:00:00+08:00', until: '2026-04-01T00:00:00.001+08:00' },
        },
      },
    ],
  ] as const)('is refused as %s', (code, wrong) =>
    given()
      .when({ ...planning, ...wrong })
      .thenRejected(code),
  );
  it('may have an observation that begins the moment at which the baseline ends, on the day of the start', () => {
    const [from, until] = ['2026-03-09T16:00:00Z', '2026-05-01T00:00:00+08:00'];
    const tight = {
      ...verification,
      baseline: { ...verification.baseline, until: from },
      observation: { from, until },
    };
    given()
      .when({ ...planning, verification: tight })
      .then({ type: 'MeasurePlanned', data: { ...plan, verification: tight } });
  });
  it('is against a problem that is there and open', () => {
    const on = (problem: Problem) => specify(measure({ ...ground, problem })).given();
    on(absent).when(planning).thenRejected('measure-problem-not-found');
    const solved = { problemId: 'p-1', measureId: 'm-0', solvedAt: at };
    on(evolveProblem(openProblem, { type: 'ProblemSolved', data: solved }))
      .when(planning)
      .thenRejected('measure-problem-closed');
  });
  it('needs a policy that says on which clocks its days are', () =>
    specify(measure({ ...ground, policy: undefined }))
      .given()
      .when(planning)
      .thenRejected('measure-no-policy-in-force'));
});
