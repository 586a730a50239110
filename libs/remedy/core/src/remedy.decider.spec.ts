import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { RemedyEvent } from '@tenure/remedy-contract';
import { remedies } from './remedy.decider';
import { remedyCommands, remedyPolicy } from './testing/remedy.fixture';

const decider = remedies(remedyPolicy);
const { given } = specify(decider);

const at = '2026-03-31T15:59:59Z';
const later = '2026-03-31T16:00:00Z';
const ids = { remedyId: 'r-1', complaintId: 'c-1', customerId: 'k-1', personId: 'anna' };
const grant = (amountMinor: number, more: { remedyId?: string; occurredAt?: string; reason?: string } = {}) =>
  ({
    type: 'GrantRemedy',
    ...ids,
    reason: 'late-delivery',
    amount: { amountMinor, currency: 'CNY' },
    occurredAt: at,
    ...more,
  }) as const;
const approve = { type: 'ApproveRemedy', personId: 'anna', remedyId: 'r-1', by: 'wang', occurredAt: later } as const;
const decline = { ...approve, type: 'DeclineRemedy', why: 'too much' } as const;
const cancel = { ...approve, type: 'CancelRemedy', by: 'anna', why: 'sent twice' } as const;

const granted = (
  amountMinor: number,
  discretionMinor: number,
  spentMinor: number,
  more: { remedyId?: string; period?: string; grantedAt?: string } = {},
): RemedyEvent => ({
  type: 'RemedyGranted',
  data: {
    ...ids,
    reason: 'late-delivery',
    amount: { amountMinor, currency: 'CNY' },
    standardMinor: 20_000,
    policy: { policyId: 'remedy', version: 3 },
    discretionMinor,
    period: '2026-03',
    budgetMinor: 3_000,
    spentMinor,
    grantedAt: at,
    ...more,
  },
});
const requested = (amountMinor: number, because: 'beyond-discretion' | 'beyond-budget'): RemedyEvent => ({
  type: 'RemedyApprovalRequested',
  data: {
    ...ids,
    reason: 'late-delivery',
    amount: { amountMinor, currency: 'CNY' },
    standardMinor: 20_000,
    policy: { policyId: 'remedy', version: 3 },
    because,
    requestedAt: at,
  },
});

describe('remedies', () => {
  it('gives the standard without touching the budget', () =>
    given()
      .when(grant(20_000))
      .then(granted(20_000, 0, 0)));
  it('gives ten per cent more out of the budget', () =>
    given()
      .when(grant(22_000))
      .then(granted(22_000, 2_000, 2_000)));
  it('asks for approval beyond ten per cent', () =>
    given().when(grant(22_001)).then(requested(22_001, 'beyond-discretion')));
  it('counts ten per cent of an odd amount exactly', () => {
    expect(decider.decide(grant(10_998, { reason: 'defect' }), decider.initial)).toMatchObject({
      events: [{ type: 'RemedyGranted', data: { discretionMinor: 999 } }],
    });
    expect(decider.decide(grant(10_999, { reason: 'defect' }), decider.initial)).toMatchObject({
      events: [{ type: 'RemedyApprovalRequested' }],
    });
  });
  it('asks for approval once the budget of the month is spent', () =>
    given(granted(22_000, 2_000, 2_000, { remedyId: 'r-0' }))
      .when(grant(21_001))
      .then(requested(21_001, 'beyond-budget')));
  it('begins a new budget with the month of the policy’s time zone', () =>
    given(granted(22_000, 2_000, 2_000, { remedyId: 'r-0' }))
      .when(grant(22_000, { occurredAt: later }))
      .then(granted(22_000, 2_000, 2_000, { period: '2026-04', grantedAt: later })));
  it('still gives the standard when the budget is spent', () =>
    given(granted(23_000, 3_000, 3_000, { remedyId: 'r-0' }))
      .when(grant(20_000))
      .then(granted(20_000, 0, 3_000)));

  it('refuses a reason that the table does not have', () =>
    given()
      .when(grant(1, { reason: 'bad-mood' }))
      .thenRejected('remedy-reason-not-in-table'));
  it('refuses another currency', () =>
    given()
      .when({ ...grant(1), amount: { amountMinor: 1, currency: 'USD' } })
      .thenRejected('remedy-in-another-currency'));
  it.each([0, -1])('refuses an amount of %i', (amount) =>
    given().when(grant(amount)).thenRejected('remedy-not-positive'),
  );
  it('refuses another remedy under the same id', () =>
    given(granted(20_000, 0, 0))
      .when(grant(19_000))
      .thenRejected('remedy-already-requested-differently'));
  it('refuses everything while no policy is in force', () =>
    specify(remedies(undefined)).given().when(grant(1)).thenRejected('remedy-no-policy-in-force'));

  it('is given once a named approver says so', () =>
    given(requested(30_000, 'beyond-discretion'))
      .when(approve)
      .then({
        type: 'RemedyApproved',
        data: { ...ids, amount: { amountMinor: 30_000, currency: 'CNY' }, by: 'wang', approvedAt: later },
      }));
  it('is not approved by whoever asked, an approver or not', () =>
    given(requested(30_000, 'beyond-discretion'))
      .when({ ...approve, by: 'anna' })
      .thenRejected('remedy-approved-by-requester'));
  it('is not approved by just anybody', () =>
    given(requested(30_000, 'beyond-discretion'))
      .when({ ...approve, by: 'bo' })
      .thenRejected('remedy-approver-not-authorised'));
  it('is not approved before it was asked for', () =>
    given(requested(30_000, 'beyond-discretion'))
      .when({ ...approve, occurredAt: '2026-03-30T00:00:00Z' })
      .thenRejected('remedy-decided-before-requested'));
  it('is not approved where nothing waits', () =>
    given(granted(20_000, 0, 0))
      .when(approve)
      .thenRejected('remedy-not-waiting-for-approval'));
  it('can be declined', () =>
    given(requested(30_000, 'beyond-discretion'))
      .when(decline)
      .then({ type: 'RemedyDeclined', data: { ...ids, by: 'wang', why: 'too much', declinedAt: later } }));
  it('gives back to the budget what it took when it is cancelled', () => {
    const cancelled: RemedyEvent = {
      type: 'RemedyCancelled',
      data: {
        ...ids,
        by: 'anna',
        why: 'sent twice',
        returnedMinor: 2_000,
        currency: 'CNY',
        period: '2026-03',
        cancelledAt: later,
      },
    };
    given(granted(22_000, 2_000, 2_000))
      .when(cancel)
      .then(cancelled);
    expect(given(granted(22_000, 2_000, 2_000), cancelled).state().spentMinor).toEqual({ '2026-03': 0 });
  });
  it('is cancelled once', () =>
    given(requested(30_000, 'beyond-discretion'), {
      type: 'RemedyDeclined',
      data: { ...ids, by: 'wang', why: 'too much', declinedAt: later },
    })
      .when(cancel)
      .thenRejected('remedy-already-ended'));

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(decider, remedyCommands));
});
