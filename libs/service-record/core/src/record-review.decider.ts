import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type {
  RecordReviewCommand,
  RecordReviewEvent,
  RecordReviewRejection,
  SampledRecord,
} from '@tenure/service-record-contract';
import type { Plain } from '@tenure/shared-contract';
import { weekOf } from './review.week';
import { stratifiedSample } from './stratified.sample';

type Command = Plain<RecordReviewCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<RecordReviewEvent, RecordReviewRejection>;
export type RecordReviewPolicy = PublishedPolicy<'record-review'>;

/** The weekly sample, once it is drawn, and a fingerprint of the review of each record. */
export interface RecordReview {
  readonly sample?: readonly SampledRecord[];
  readonly reviews: ReadonlyMap<string, string>;
}

/** The review of one week's service records (R11), under the policy in force when the command happens. */
export const recordReview = (
  policy: RecordReviewPolicy | undefined,
): Decider<RecordReview, Command, RecordReviewEvent, RecordReviewRejection> => ({
  initial: { reviews: new Map() },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ReviewSampleDrawn':
        return { ...state, sample: event.data.sample };
      case 'ServiceRecordReviewed': {
        const { recordId, by, scores, remark } = event.data;
        return { ...state, reviews: new Map(state.reviews).set(recordId, fingerprintOf({ by, scores, remark })) };
      }
    }
  },
  decide: (command, state) => {
    if (!policy) return reject('record-review-no-policy-in-force');
    switch (command.type) {
      case 'DrawReviewSample':
        return draw(command, state, policy);
      case 'ReviewServiceRecord':
        return review(command, state, policy);
    }
  },
});

function draw(
  { week, by, records, occurredAt }: Of<'DrawReviewSample'>,
  state: RecordReview,
  { policyId, version: policyVersion, content }: RecordReviewPolicy,
): Outcome {
  if (state.sample) return accept();
  if (weekOf(occurredAt, content.timeZone) <= week) return reject('record-review-week-not-over');
  const seed = `${policyId}/${policyVersion}/${week}`;
  const { strata, sample } = stratifiedSample(records, content, seed);
  const data = { week, policyId, policyVersion, seed, strata, sample, by, drawnAt: occurredAt };
  return accept({ type: 'ReviewSampleDrawn', data });
}

function review(
  { week, recordId, by, scores, remark, occurredAt }: Of<'ReviewServiceRecord'>,
  state: RecordReview,
  policy: RecordReviewPolicy,
): Outcome {
  if (!state.sample) return reject('record-review-not-drawn');
  const sampled = state.sample.find((one) => one.recordId === recordId);
  if (!sampled) return reject('record-review-not-in-sample', `${recordId} is not in the sample of ${week}`);
  if (sampled.responsible === by) {
    return reject('record-review-by-responsible', `${by} is responsible for the record`);
  }
  const flaw = flawOfScores(scores, policy);
  if (flaw !== undefined) return reject('record-review-scores-disagree', flaw);
  const known = state.reviews.get(recordId);
  if (known !== undefined) {
    return known === fingerprintOf({ by, scores, remark })
      ? accept()
      : reject('record-review-already-made-differently');
  }
  const data = { week, recordId, customerId: sampled.customerId, by, scores, remark, reviewedAt: occurredAt };
  return accept({ type: 'ServiceRecordReviewed', data });
}

function flawOfScores(
  scores: Readonly<Record<string, unknown>>,
  { content: { dimensions, scores: range } }: RecordReviewPolicy,
): string | undefined {
  const names = dimensions.map(({ dimension }) => dimension);
  const unknown = Object.keys(scores).find((name) => !names.includes(name));
  if (unknown !== undefined) return `${unknown.slice(0, 50)} is none of ${names.join(', ')}`;
  const missing = names.find((name) => !isScore(scores[name], range));
  return missing && `${missing} must be an integer from ${range.lowest} to ${range.highest}`;
}

const isScore = (score: unknown, { lowest, highest }: RecordReviewPolicy['content']['scores']): boolean =>
  Number.isInteger(score) && Number(score) >= lowest && Number(score) <= highest;
