import type { ProblemEvent } from '@tenure/improvement-contract';
import * as fc from 'fast-check';
import { problem } from './problem.decider';
import type { Problem } from './problem.state';
import { improvementPolicy, opened } from './testing/improvement.fixture';
import { inTreeOrder, whyTree, type WhyNode } from './why.tree';

const decider = problem(improvementPolicy);
const ids = ['a', 'b', 'c', 'd', 'e'];
const step = fc.record({
  whyId: fc.constantFrom(...ids),
  because: fc.option(fc.constantFrom(...ids), { nil: undefined }),
  withdrawn: fc.boolean(),
});

function after(steps: readonly { whyId: string; because: string | undefined; withdrawn: boolean }[]): Problem {
  const of = { problemId: 'p-1', by: 'wang', occurredAt: '2026-03-05T09:00:00+08:00' };
  const said = { answer: 'so', category: 'process', root: false, evidence: [] } as const;
  const start: Problem = [opened].reduce<Problem>(
    (state, event: ProblemEvent) => decider.evolve(state, event),
    decider.initial,
  );
  return steps.reduce((state, { whyId, because, withdrawn }) => {
    const command = withdrawn
      ? ({ type: 'WithdrawWhy', ...of, whyId, why: 'wrong' } as const)
      : ({ type: 'AnswerWhy', ...of, whyId, ...(because !== undefined && { because }), ...said } as const);
    const decision = decider.decide(command, state);
    return decision.accepted ? decision.events.reduce(decider.evolve, state) : state;
  }, start);
}

const whysOf = (state: Problem) => (state.status === 'absent' ? [] : state.whys);
const countOf = (nodes: readonly WhyNode[]): number =>
  nodes.reduce((sum, { reasons }) => sum + 1 + countOf(reasons), 0);

describe('the 5-Whys', () => {
  it('are a tree whatever is answered, moved and withdrawn: no loop, none left hanging', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const whys = whysOf(after(steps));
        expect(countOf(whyTree(whys))).toBe(whys.length);
      }),
      { numRuns: 500 },
    ));
  it('are told each after the one that it is a reason for', () => {
    const moved = [
      { whyId: 'a', because: undefined, withdrawn: false },
      { whyId: 'b', because: undefined, withdrawn: false },
      { whyId: 'c', because: 'a', withdrawn: false },
      { whyId: 'a', because: 'b', withdrawn: false },
    ];
    expect(inTreeOrder(whysOf(after(moved))).map(({ whyId }) => whyId)).toEqual(['b', 'a', 'c']);
  });
});
