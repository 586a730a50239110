import { projected, recordAll } from '@tenure/kernel/testing';
import type { RemedyEvent } from '@tenure/remedy-contract';
import { remedyRegister } from './remedy-register.projection';

const ids = { remedyId: 'r-1', complaintId: 'c-1', customerId: 'k-1', personId: 'anna' };
const amount = { amountMinor: 22_000, currency: 'CNY' };
const terms = { reason: 'late-delivery', amount, standardMinor: 20_000, policy: { policyId: 'remedy', version: 3 } };
const at = (hour: number) => `2026-03-02T${hour}:00:00Z`;
const granted: RemedyEvent = {
  type: 'RemedyGranted',
  data: {
    ...ids,
    ...terms,
    discretionMinor: 2_000,
    period: '2026-03',
    budgetMinor: 3_000,
    spentMinor: 2_000,
    grantedAt: at(10),
  },
};
const requested: RemedyEvent = {
  type: 'RemedyApprovalRequested',
  data: { ...ids, ...terms, because: 'beyond-budget', requestedAt: at(10) },
};
const rowAfter = (...events: RemedyEvent[]) => projected(remedyRegister, recordAll(events))[0];

describe('remedy register', () => {
  it('shows what was given, under which policy and out of which budget', () =>
    expect(rowAfter(granted)).toEqual({
      ...ids,
      remedyKey: 'anna/r-1',
      status: 'granted',
      reason: 'late-delivery',
      ...amount,
      standardMinor: 20_000,
      discretionMinor: 2_000,
      period: '2026-03',
      because: null,
      policyId: 'remedy',
      policyVersion: 3,
      askedAt: at(10),
      decidedBy: null,
      decidedAt: null,
      why: null,
      position: 0n,
    }));
  it('shows what waits, and who approved it', () => {
    expect(rowAfter(requested)).toMatchObject({ status: 'waiting', because: 'beyond-budget', discretionMinor: 0 });
    const approved: RemedyEvent = { type: 'RemedyApproved', data: { ...ids, amount, by: 'wang', approvedAt: at(11) } };
    expect(rowAfter(requested, approved)).toMatchObject({ status: 'granted', decidedBy: 'wang', decidedAt: at(11) });
  });
  it('shows who declined it and why', () => {
    const declined: RemedyEvent = {
      type: 'RemedyDeclined',
      data: { ...ids, by: 'wang', why: 'no', declinedAt: at(11) },
    };
    expect(rowAfter(requested, declined)).toMatchObject({ status: 'declined', decidedBy: 'wang', why: 'no' });
  });
  it('takes nothing from a budget any more once it is cancelled', () => {
    const back = { returnedMinor: 2_000, currency: 'CNY', period: '2026-03', cancelledAt: at(11) };
    const cancelled: RemedyEvent = { type: 'RemedyCancelled', data: { ...ids, by: 'anna', why: 'twice', ...back } };
    expect(rowAfter(granted, cancelled)).toMatchObject({ status: 'cancelled', discretionMinor: 0, why: 'twice' });
  });
});
