import { accept, isAfter, reject } from '@tenure/kernel';
import type { MeasureCommandOf, MeasureDecision, MeasureGround } from './measure.deciding';
import type { KnownMeasure } from './measure.state';

/** The owner alone signs, and nothing but the plan that there is. */
export function commit(
  { by, digest, occurredAt }: MeasureCommandOf<'CommitToMeasure'>,
  { stage, plan, commitment }: KnownMeasure,
  digestOf: MeasureGround['digestOf'],
): MeasureDecision {
  if (commitment) {
    const isSame = commitment.by === by && commitment.digest === digest;
    return isSame ? accept() : reject('measure-already-committed', `by ${commitment.by} at ${commitment.committedAt}`);
  }
  if (stage !== 'planned') return ended(stage);
  if (by !== plan.owner) return reject('measure-commitment-by-another', `it is ${plan.owner} who commits to it`);
  if (digest !== digestOf(plan)) {
    return reject('measure-commitment-to-another-plan', `the digest of the plan is ${digestOf(plan)}`);
  }
  return accept({ type: 'MeasureCommitted', data: { ...idsOf(plan), by, digest, committedAt: occurredAt } });
}

/** Before the observation begins: what is observed has to be its effect. */
export function start(
  { by, occurredAt }: MeasureCommandOf<'StartMeasure'>,
  { stage, plan, startedBy }: KnownMeasure,
): MeasureDecision {
  switch (stage) {
    case 'planned':
      return reject('measure-not-committed', `${plan.owner} has not committed to it`);
    case 'started':
      return startedBy === by ? accept() : reject('measure-already-started');
    case 'completed':
    case 'abandoned':
      return ended(stage);
    case 'committed':
  }
  const { from } = plan.verification.observation;
  if (isAfter(occurredAt, from)) {
    return reject('measure-started-too-late', `what it is judged by is observed from ${from}; plan it again`);
  }
  return accept({ type: 'MeasureStarted', data: { ...idsOf(plan), by, startedAt: occurredAt } });
}

export function complete(
  { by, note, occurredAt }: MeasureCommandOf<'CompleteMeasure'>,
  { stage, plan, completion }: KnownMeasure,
): MeasureDecision {
  if (completion?.by === by && completion.note === note) return accept();
  const refusal = refusalUnlessStarted(stage);
  if (refusal) return refusal;
  const data = { ...idsOf(plan), by, ...(note !== undefined && { note }), completedAt: occurredAt };
  return accept({ type: 'MeasureCompleted', data });
}

export function abandon(
  { by, why, occurredAt }: MeasureCommandOf<'AbandonMeasure'>,
  { stage, plan, abandonment }: KnownMeasure,
): MeasureDecision {
  if (abandonment?.by === by && abandonment.why === why) return accept();
  if (isEnded(stage)) return ended(stage);
  return accept({ type: 'MeasureAbandoned', data: { ...idsOf(plan), by, why, abandonedAt: occurredAt } });
}

type Stage = KnownMeasure['stage'];

export const isEnded = (stage: Stage): boolean => stage === 'completed' || stage === 'abandoned';

export const ended = (stage: Stage): MeasureDecision => reject('measure-ended', `the measure is ${stage}`);

/** Work on a measure is reported between its start and its end. */
export function refusalUnlessStarted(stage: Stage): MeasureDecision | undefined {
  if (isEnded(stage)) return ended(stage);
  return stage === 'started' ? undefined : reject('measure-not-started', `the measure is ${stage}`);
}

export const idsOf = ({ measureId, problemId }: { readonly measureId: string; readonly problemId: string }) => ({
  measureId,
  problemId,
});
