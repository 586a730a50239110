import type { Priority, ProblemPrioritised } from '@tenure/improvement-contract';
import { accept, isAfter, isBefore, reject } from '@tenure/kernel';
import type { ImprovementPolicy, ProblemCommandOf, ProblemDecision } from './problem.deciding';
import { impactOf, priorityOf } from './problem.priority';
import { outcomeOf, type KnownProblem } from './problem.state';

/** Recorded where the priority is another one, or follows from another estimate; not for every case that comes in. */
export function prioritise(
  { cases, occurredAt }: ProblemCommandOf<'PrioritiseProblem'>,
  state: KnownProblem,
  policy: ImprovementPolicy | undefined,
): ProblemDecision {
  if (state.status !== 'open') return accept();
  if (!policy) return reject('problem-no-policy-in-force', `no policy on improvement is in force at ${occurredAt}`);
  const { prioritised: before } = state;
  if (before && isBefore(occurredAt, before.prioritisedAt)) return accept();
  const personDays = personDaysAt(occurredAt, state);
  const impact = impactOf(cases, policy.content.priority);
  const judged = priorityOf(impact, personDays, policy.content.priority);
  if (isSame(before, judged.priority, personDays)) return accept();
  const data = {
    problemId: state.problemId,
    ...judged,
    ...(before && { from: before.priority }),
    ...(personDays !== null && { personDays }),
    impact,
    policy: { policyId: policy.policyId, version: policy.version },
    prioritisedAt: occurredAt,
  };
  return accept({ type: 'ProblemPrioritised', data });
}

/** As it was estimated by then: a look back doesn't know what was estimated later. */
const personDaysAt = (at: string, { efforts }: KnownProblem): number | null =>
  efforts.findLast(({ estimatedAt }) => !isAfter(estimatedAt, at))?.personDays ?? null;

const isSame = (before: ProblemPrioritised | null, priority: Priority, personDays: number | null): boolean =>
  before?.priority === priority && (before.personDays ?? null) === personDays;

/** What has been solved by another measure, or dismissed, stays as it is. */
export function solve(
  { measureId, occurredAt }: ProblemCommandOf<'SolveProblem'>,
  { status, problemId }: KnownProblem,
): ProblemDecision {
  if (status !== 'open') return accept();
  return accept({ type: 'ProblemSolved', data: { problemId, measureId, solvedAt: occurredAt } });
}

/**
 * A measure that did not help has its problem worked on anew, also where that had not been closed: once for each measure.
 * What another measure has solved stays solved, and what was dismissed stays so.
 */
export function reopenAfterMeasure(
  { because, measureId, why, occurredAt }: ProblemCommandOf<'ReopenProblemAfterMeasure'>,
  { status, problemId, solvedBy, outcomes }: KnownProblem,
): ProblemDecision {
  if (outcomes.includes(outcomeOf(because, measureId))) return accept();
  const isConcerned =
    status === 'solved' ? solvedBy === measureId : status === 'open' && because === 'measure-not-effective';
  if (!isConcerned) return accept();
  const data = { problemId, because, measureId, by: 'tenure', why, reopenedAt: occurredAt };
  return accept({ type: 'ProblemReopened', data });
}

export function reopen(
  { by, why, occurredAt }: ProblemCommandOf<'ReopenProblem'>,
  { status, problemId, reopened }: KnownProblem,
): ProblemDecision {
  if (status === 'open') {
    const isRepeated = reopened?.because === 'person' && reopened.by === by && reopened.why === why;
    return isRepeated ? accept() : reject('problem-not-closed');
  }
  const data = { problemId, because: 'person', by, why, reopenedAt: occurredAt } as const;
  return accept({ type: 'ProblemReopened', data });
}

export function dismiss(
  { by, why, sameAs, occurredAt }: ProblemCommandOf<'DismissProblem'>,
  { status, problemId, dismissal }: KnownProblem,
): ProblemDecision {
  if (dismissal && dismissal.by === by && dismissal.why === why && dismissal.sameAs === sameAs) return accept();
  if (status !== 'open') return reject('problem-closed', `the problem is ${status}`);
  if (sameAs === problemId) return reject('problem-same-as-itself');
  const data = { problemId, why, ...(sameAs !== undefined && { sameAs }), by, dismissedAt: occurredAt };
  return accept({ type: 'ProblemDismissed', data });
}
