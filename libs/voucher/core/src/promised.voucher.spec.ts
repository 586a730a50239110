import type { JourneyStepTaken } from '@tenure/journey-contract';
import { promisedVoucher } from './promised.voucher';

const text = { zh: '券', en: 'Voucher' };
const takenAt = '2026-03-01T09:00:00+08:00';
const step: JourneyStepTaken = {
  customerId: 'k-1',
  journeyId: 'journey-churn-warning',
  version: 2,
  runId: 'r-1',
  stepId: 'voucher',
  step: 1,
  action: {
    kind: 'voucher',
    purpose: 'marketing',
    voucherId: 'v-1',
    code: 'AAAA-BBBB',
    value: { percent: 10 },
    validUntil: '2026-04-01T00:00:00+08:00',
    subject: text,
    body: text,
  },
  takenAt,
};

describe('a voucher that a journey has promised', () => {
  it('is issued as it was promised', () =>
    expect(promisedVoucher(step)).toEqual({
      type: 'IssuePromisedVoucher',
      voucherId: 'v-1',
      customerId: 'k-1',
      code: 'AAAA-BBBB',
      value: { percent: 10 },
      validUntil: '2026-04-01T00:00:00+08:00',
      cause: 'journey-run:r-1',
      by: 'journey:journey-churn-warning',
      occurredAt: takenAt,
    }));
  it('is in no other step', () =>
    expect(promisedVoucher({ ...step, action: { kind: 'suppressed', reason: 'no-consent' } })).toBeUndefined());
});
