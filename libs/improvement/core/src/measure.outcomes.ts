import { accept, isBefore, reject } from '@tenure/kernel';
import type { MeasureCommandOf, MeasureDecision } from './measure.deciding';
import { ended, idsOf } from './measure.stages';
import type { KnownMeasure } from './measure.state';

/** What was found first stays: a measure is not measured until the verdict pleases. */
export function recordVerification(
  { result, occurredAt }: MeasureCommandOf<'RecordVerification'>,
  state: KnownMeasure,
): MeasureDecision {
  if (state.verified) return accept();
  if (state.stage === 'abandoned') return ended(state.stage);
  if (state.startedAt === null) return reject('measure-not-started', `the measure is ${state.stage}`);
  const { until } = state.verification.observation;
  if (isBefore(occurredAt, until)) return reject('measure-observation-not-over', `it is at ${until}`);
  return accept({ type: 'MeasureVerified', data: { ...idsOf(state), result, verifiedAt: occurredAt } });
}

export function recordRegression(
  { result, period, occurredAt }: MeasureCommandOf<'RecordRegression'>,
  state: KnownMeasure,
): MeasureDecision {
  if (state.regressed) return accept();
  if (!wasEffective(state)) return reject('measure-not-effective', 'only what was effective can be so no more');
  return accept({ type: 'MeasureRegressed', data: { ...idsOf(state), result, period, regressedAt: occurredAt } });
}

export function noteStandard(
  { policyId, version, by, occurredAt }: MeasureCommandOf<'NoteMeasureStandard'>,
  state: KnownMeasure,
): MeasureDecision {
  if (state.standards.some((known) => known.policyId === policyId && known.version === version)) return accept();
  if (!isEffective(state)) return reject('measure-not-effective', 'only what helps becomes a standard');
  const data = { ...idsOf(state), policyId, version, by, draftedAt: occurredAt };
  return accept({ type: 'MeasureStandardDrafted', data });
}

const wasEffective = ({ verified }: KnownMeasure): boolean => verified?.result.verdict === 'effective';

/** Verified as effective, and not found otherwise since. */
export const isEffective = (state: KnownMeasure): boolean => wasEffective(state) && state.regressed === null;
