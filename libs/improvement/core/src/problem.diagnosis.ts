import { accept, fingerprintOf, reject } from '@tenure/kernel';
import type { ProblemCommandOf, ProblemDecision } from './problem.deciding';
import type { KnownProblem } from './problem.state';
import { chainUp } from './why.tree';

type Of = KnownProblem;

export function recordEvidence(
  { evidence, occurredAt }: ProblemCommandOf<'RecordProblemEvidence'>,
  state: Of,
): ProblemDecision {
  const found = fingerprintOf(evidence);
  if (state.evidence.some((known) => fingerprintOf(known) === found)) return accept();
  const { problemId } = state;
  return onOpen(state, accept({ type: 'ProblemEvidenceFound', data: { problemId, evidence, foundAt: occurredAt } }));
}

export function linkCase({ complaintId, by, occurredAt }: ProblemCommandOf<'LinkCase'>, state: Of): ProblemDecision {
  if (state.links[complaintId] === true) return accept();
  const data = { problemId: state.problemId, complaintId, by, linkedAt: occurredAt };
  return onOpen(state, accept({ type: 'ProblemCaseLinked', data }));
}

export function unlinkCase(
  { complaintId, by, occurredAt }: ProblemCommandOf<'UnlinkCase'>,
  state: Of,
): ProblemDecision {
  if (state.links[complaintId] === false) return accept();
  const data = { problemId: state.problemId, complaintId, by, unlinkedAt: occurredAt };
  return onOpen(state, accept({ type: 'ProblemCaseUnlinked', data }));
}

/** The same id again edits the answer, or moves it together with all that rests on it; never under itself. */
export function answerWhy(command: ProblemCommandOf<'AnswerWhy'>, state: Of): ProblemDecision {
  const { whyId, because, answer, category, root, evidence, by, occurredAt } = command;
  const about = { whyId, because, answer, category, root, evidence };
  const known = state.whys.find((why) => why.whyId === whyId);
  if (known) {
    const { problemId: _problemId, by: _by, answeredAt: _answeredAt, ...before } = known;
    if (fingerprintOf(before) === fingerprintOf(about)) return accept();
  }
  const data = {
    problemId: state.problemId,
    whyId,
    ...(because !== undefined && { because }),
    answer,
    category,
    root,
    evidence,
    by,
    answeredAt: occurredAt,
  };
  return onOpen(state, refusalOfPlace(whyId, because, state) ?? accept({ type: 'WhyAnswered', data }));
}

function refusalOfPlace(whyId: string, because: string | undefined, { whys }: Of): ProblemDecision | undefined {
  if (because === undefined) return undefined;
  if (because !== whyId && !whys.some((why) => why.whyId === because)) {
    return reject('problem-why-unknown', `there is no answer ${because} to ask why about`);
  }
  const chain = chainUp(because, whys, whyId);
  if (chain.at(-1) !== whyId) return undefined;
  return reject('problem-why-loop', `an answer can’t be its own reason: ${[whyId, ...chain].join(' ← ')}`);
}

export function withdrawWhy(command: ProblemCommandOf<'WithdrawWhy'>, state: Of): ProblemDecision {
  const { whyId, by, why, occurredAt } = command;
  if (!state.whys.some((known) => known.whyId === whyId)) {
    const isRepeated = state.withdrawn.some((one) => one.whyId === whyId && one.by === by && one.why === why);
    return isRepeated ? accept() : reject('problem-why-unknown', `there is no answer ${whyId}`);
  }
  const reasons = state.whys.filter(({ because }) => because === whyId).map((known) => known.whyId);
  if (reasons.length > 0) {
    return reject('problem-why-has-reasons', `${reasons.join(', ')} would say why of an answer that is gone`);
  }
  const data = { problemId: state.problemId, whyId, by, why, withdrawnAt: occurredAt };
  return onOpen(state, accept({ type: 'WhyWithdrawn', data }));
}

export function estimateEffort(command: ProblemCommandOf<'EstimateEffort'>, state: Of): ProblemDecision {
  const { personDays, by, note, occurredAt } = command;
  const known = state.efforts.at(-1);
  if (known?.personDays === personDays && known.note === note) return accept();
  const data = {
    problemId: state.problemId,
    personDays,
    by,
    ...(note !== undefined && { note }),
    estimatedAt: occurredAt,
  };
  return onOpen(state, accept({ type: 'ProblemEffortEstimated', data }));
}

const onOpen = ({ status }: Of, decision: ProblemDecision): ProblemDecision =>
  status === 'open' ? decision : reject('problem-closed', `the problem is ${status}; it can be opened again`);
