import { projected, recordAll } from '@tenure/kernel/testing';
import type { RecordReviewEvent, ServiceRecordEvent } from '@tenure/service-record-contract';
import { serviceRegister } from './service-register.projection';

const ids = { recordId: 's-1', customerId: 'k-1' };
const at = (day: number) => `2026-11-${day}T09:00:00+08:00`;
const about = { serviceType: 'complaint', problem: 'Late', result: 'Sent again', servedBy: 'anna' } as const;
const events: (ServiceRecordEvent | RecordReviewEvent)[] = [
  { type: 'ServiceRecorded', data: { ...ids, ...about, responsible: 'li', servedAt: at(16) } },
  { type: 'ServiceRecordSignedOff', data: { ...ids, by: 'li', signedOffAt: at(17) } },
  { type: 'ServiceRecordRated', data: { ...ids, satisfaction: 4, ratedAt: at(18) } },
  {
    type: 'ReviewSampleDrawn',
    data: {
      week: '2026-W47',
      policyId: 'record-review',
      policyVersion: 1,
      seed: 'x',
      strata: [],
      sample: [{ ...ids, tier: 'A', responsible: 'li' }],
      by: 'wang',
      drawnAt: at(23),
    },
  },
  {
    type: 'ServiceRecordReviewed',
    data: { ...ids, week: '2026-W47', by: 'wang', scores: { timeliness: 5 }, reviewedAt: at(24) },
  },
];

describe('service register', () => {
  it('shows what was done, its sign-off and rating, and how it was found', () =>
    expect(projected(serviceRegister, recordAll(events))).toEqual([
      {
        ...ids,
        ...about,
        responsible: 'li',
        contact: null,
        remark: null,
        caseId: null,
        servedAt: at(16),
        signedOffAt: at(17),
        satisfaction: 4,
        ratedAt: at(18),
        sampledIn: '2026-W47',
        reviewedBy: 'wang',
        reviewedAt: at(24),
        scores: { timeliness: 5 },
        reviewRemark: null,
        position: 4n,
      },
    ]));
});
