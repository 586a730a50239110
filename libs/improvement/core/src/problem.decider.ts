import type { ProblemEvent, ProblemRejection } from '@tenure/improvement-contract';
import { accept, fingerprintOf, isAfter, isBefore, reject, type Decider } from '@tenure/kernel';
import type { ImprovementPolicy, PlainProblemCommand, ProblemCommandOf, ProblemDecision } from './problem.deciding';
import { answerWhy, estimateEffort, linkCase, recordEvidence, unlinkCase, withdrawWhy } from './problem.diagnosis';
import { dismiss, prioritise, reopen, reopenAfterMeasure, solve } from './problem.standing';
import { evolveProblem, type KnownProblem, type Problem } from './problem.state';

/** A problem from its opening to its solution. `policy` is the version in force when the command happens. */
export const problem = (
  policy: ImprovementPolicy | undefined,
): Decider<Problem, PlainProblemCommand, ProblemEvent, ProblemRejection> => ({
  initial: { status: 'absent' },
  evolve: evolveProblem,
  decide: (command, state) => {
    if (command.type === 'OpenProblem' || command.type === 'OpenFoundProblem') return open(command, state);
    if (state.status === 'absent') return reject('problem-not-found');
    if (isBefore(command.occurredAt, state.openedAt)) {
      return reject('problem-before-opened', `the problem was opened at ${state.openedAt}`);
    }
    return decideOnKnown(command, state, policy);
  },
});

type OnKnown = Exclude<PlainProblemCommand, { type: 'OpenProblem' | 'OpenFoundProblem' }>;

function decideOnKnown(command: OnKnown, state: KnownProblem, policy: ImprovementPolicy | undefined): ProblemDecision {
  switch (command.type) {
    case 'RecordProblemEvidence':
      return recordEvidence(command, state);
    case 'LinkCase':
      return linkCase(command, state);
    case 'UnlinkCase':
      return unlinkCase(command, state);
    case 'AnswerWhy':
      return answerWhy(command, state);
    case 'WithdrawWhy':
      return withdrawWhy(command, state);
    case 'EstimateEffort':
      return estimateEffort(command, state);
    case 'PrioritiseProblem':
      return prioritise(command, state, policy);
    case 'SolveProblem':
      return solve(command, state);
    case 'ReopenProblem':
      return reopen(command, state);
    case 'ReopenProblemAfterMeasure':
      return reopenAfterMeasure(command, state);
    case 'DismissProblem':
      return dismiss(command, state);
  }
}

function open(command: ProblemCommandOf<'OpenProblem' | 'OpenFoundProblem'>, state: Problem): ProblemDecision {
  const { problemId, title, description, scope, since, by, occurredAt } = command;
  const evidence = command.type === 'OpenFoundProblem' ? command.evidence : undefined;
  const about = { problemId, title, description, scope, since, evidence };
  if (state.status !== 'absent') {
    const { by: _by, openedAt: _openedAt, ...known } = state.opened;
    if (fingerprintOf(known) === fingerprintOf(about)) return accept();
    return reject('problem-already-opened-differently', `there is a problem ${problemId}, ${state.title.en}`);
  }
  if (isAfter(since, occurredAt)) {
    return reject('problem-since-in-future', `its complaints count from ${since}, after it is opened at ${occurredAt}`);
  }
  const data = {
    problemId,
    title,
    ...(description !== undefined && { description }),
    scope,
    since,
    by,
    ...(evidence && { evidence }),
    openedAt: occurredAt,
  };
  return accept({ type: 'ProblemOpened', data });
}
