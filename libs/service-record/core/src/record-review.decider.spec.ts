import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { RecordReviewEvent, SampledRecord } from '@tenure/service-record-contract';
import { recordReview } from './record-review.decider';
import { recordReviewPolicy } from './testing/record-review.policy';

const records: SampledRecord[] = ['A', 'C', 'C', 'C'].map((tier, index) => ({
  recordId: `s-${index}`,
  customerId: `k-${index}`,
  tier,
  responsible: 'anna',
}));
const decider = recordReview(recordReviewPolicy);
const { given } = specify(decider);
const monday = '2026-11-23T00:00:00+08:00';
const onWeek47 = { week: '2026-W47', by: 'li', occurredAt: monday } as const;
const draw = { ...onWeek47, type: 'DrawReviewSample', records } as const;
const scores = { timeliness: 5, resolution: 3 };
const review = { ...onWeek47, type: 'ReviewServiceRecord', recordId: 's-0', scores } as const;

const drawn = (...recordIds: string[]): RecordReviewEvent => ({
  type: 'ReviewSampleDrawn',
  data: {
    week: '2026-W47',
    policyId: 'record-review',
    policyVersion: 2,
    seed: 'record-review/2/2026-W47',
    strata: [
      { tier: 'A', population: 1, drawn: 1 },
      { tier: 'C', population: 3, drawn: 1 },
    ],
    sample: records.filter(({ recordId }) => recordIds.includes(recordId)),
    by: 'li',
    drawnAt: monday,
  },
});
const sample = drawn('s-0', 's-2');
const reviewed: RecordReviewEvent = {
  type: 'ServiceRecordReviewed',
  data: { week: '2026-W47', recordId: 's-0', customerId: 'k-0', by: 'li', scores, reviewedAt: monday },
};

describe('the review of a week', () => {
  it('draws a sample from every tier once the week is over', () => {
    const decision = decider.decide(draw, decider.initial);
    expect(decision).toMatchObject({
      events: [{ type: 'ReviewSampleDrawn', data: { seed: 'record-review/2/2026-W47' } }],
    });
    if (!decision.accepted) return;
    given()
      .when(draw)
      .then(...decision.events);
  });
  it('draws nothing while the week still runs where the policy applies', () =>
    given()
      .when({ ...draw, occurredAt: '2026-11-22T15:59:59Z' })
      .thenRejected('record-review-week-not-over'));
  it('draws a week once, whatever has been recorded since', () =>
    given(sample)
      .when({ ...draw, by: 'wang' })
      .then());
  it('takes a review of what was drawn', () => given(sample).when(review).then(reviewed));
  it('takes none before the draw', () => given().when(review).thenRejected('record-review-not-drawn'));
  it('takes none of what was not drawn', () =>
    given(sample)
      .when({ ...review, recordId: 's-1' })
      .thenRejected('record-review-not-in-sample'));
  it('takes none from whoever answers for the record', () =>
    given(sample)
      .when({ ...review, by: 'anna' })
      .thenRejected('record-review-by-responsible'));
  it.each([
    [{ timeliness: 5 }, 'resolution'],
    [{ timeliness: 5, resolution: 6 }, 'from 1 to 5'],
    [{ timeliness: 5, resolution: 2.5 }, 'integer'],
    [{ ...scores, mood: 3 }, 'mood'],
  ])('refuses %j by name', (wrong, named) => {
    const state = given(sample).state();
    expect(decider.decide({ ...review, scores: wrong }, state)).toMatchObject({
      code: 'record-review-scores-disagree',
      detail: expect.stringContaining(named),
    });
  });
  it('takes one review a record', () =>
    given(sample, reviewed)
      .when({ ...review, scores: { timeliness: 1, resolution: 1 } })
      .thenRejected('record-review-already-made-differently'));
  it('refuses everything while no policy is in force', () =>
    specify(recordReview(undefined)).given().when(draw).thenRejected('record-review-no-policy-in-force'));

  const onWeek = { week: fc.constant('2026-W47'), occurredAt: fc.constant(monday) };
  it('yields no events for a repeated command', () =>
    proveRepeatedCommandsYieldNoEvents(decider, {
      DrawReviewSample: fc.record({
        ...onWeek,
        type: fc.constant('DrawReviewSample'),
        records: fc.constant(records),
        by: fc.constantFrom('li', 'wang'),
      }),
      ReviewServiceRecord: fc.record({
        ...onWeek,
        type: fc.constant('ReviewServiceRecord'),
        by: fc.constantFrom('li', 'anna'),
        recordId: fc.constantFrom(...records.map(({ recordId }) => recordId)),
        scores: fc.record({ timeliness: fc.integer({ min: 1, max: 5 }), resolution: fc.constant(3) }),
      }),
    }));
});
