import type { ProblemAsOf, ProblemEvent } from '@tenure/improvement-contract';
import { knownAt, type Dated } from './dated.history';
import { evolveProblem, type KnownProblem, type Problem } from './problem.state';
import { inTreeOrder } from './why.tree';

/** What was known of a problem at a moment (ISO 8601), from all its events in their order; undefined before it was opened. */
export function problemAt(history: readonly Dated<ProblemEvent>[], moment: string): ProblemAsOf | undefined {
  const absent: Problem = { status: 'absent' };
  const state = knownAt(history, moment).reduce(evolveProblem, absent);
  return state.status === 'absent' ? undefined : told(state);
}

function told({
  opened: _opened,
  links: _links,
  withdrawn: _withdrawn,
  efforts: _efforts,
  prioritised: _prioritised,
  dismissal: _dismissal,
  reopened: _reopened,
  outcomes: _outcomes,
  ...problem
}: KnownProblem): ProblemAsOf {
  return { ...problem, whys: inTreeOrder(problem.whys) };
}
