import type { ProblemScope } from '@tenure/improvement-contract';
import { isOfScope, type GroupKey, type ThemedComplaint } from './complaint.groups';

/** A problem as far as it decides which complaints are its own. Moments are ISO 8601. */
export interface KnownProblem {
  readonly problemId: string;
  readonly scope: ProblemScope;
  /** Groups that were found to rise together: that of the scope, and those that turned out to be the same complaints. */
  readonly groups: readonly GroupKey[];
  readonly since: string;
  /** When it was solved or dismissed; null while it is open. */
  readonly endedAt: string | null;
}

/** Complaints that so large a share of belong to a problem are that problem, under whatever name they have risen. */
const SAME_SHARE = 0.5;

/** The open problem that half of the complaints or more belong to: the one that has most of them, and of these the first. */
export function sameProblem<Problem extends KnownProblem>(
  problems: Iterable<Problem>,
  complaints: readonly (ThemedComplaint & { readonly at: string })[],
): Problem | undefined {
  let best: { problem: Problem; shared: number } | undefined;
  for (const problem of problems) {
    if (problem.endedAt !== null) continue;
    const sinceMs = Date.parse(problem.since);
    const shared = complaints.filter((one) => Date.parse(one.at) >= sinceMs && isOfScope(one, problem.scope)).length;
    if (shared > (best?.shared ?? 0)) best = { problem, shared };
  }
  return best && best.shared >= complaints.length * SAME_SHARE ? best.problem : undefined;
}
