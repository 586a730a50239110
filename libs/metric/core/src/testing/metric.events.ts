import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { CustomerEvent } from '@tenure/customer-contract';
import type { SurveyEvent } from '@tenure/feedback-contract';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { CaseClockEvent } from '@tenure/service-standard-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';

export type MetricEvent =
  CustomerEvent | ComplaintEvent | PurchaseEvent | LifecycleEvent | TierEvent | CaseClockEvent | SurveyEvent;

type Opened = Extract<ComplaintEvent, { type: 'ComplaintOpened' }>['data'];
type Answered = Extract<SurveyEvent, { type: 'SurveyAnswered' }>['data'];

const by = 'anna';

/** Things that happen, one line each; `at` is ISO 8601. */
export const happens = {
  registers: (customerId: string, at: string, referredBy?: string): MetricEvent => ({
    type: 'CustomerRegistered',
    data: { customerId, fieldSource: 'import', registeredAt: at, ...(referredBy !== undefined && { referredBy }) },
  }),
  isReferred: (customerId: string, at: string, referredBy: string | undefined): MetricEvent => ({
    type: 'CustomerProfileChanged',
    data: {
      customerId,
      ...(referredBy === undefined ? { cleared: ['referredBy'] } : { referredBy }),
      fieldSource: 'import',
      changedAt: at,
    },
  }),
  isMerged: (customerId: string, at: string, into: string): MetricEvent => ({
    type: 'CustomerMerged',
    data: { customerId, into, by, reason: 'the same', mergedAt: at },
  }),
  isUnmerged: (customerId: string, at: string, into: string): MetricEvent => ({
    type: 'CustomerMergeUndone',
    data: { customerId, into, by, reason: 'another', undoneAt: at },
  }),
  buys: (customerId: string, at: string, purchaseId = at): MetricEvent => ({
    type: 'PurchaseRecorded',
    data: { purchaseId, customerId, lines: [], total, purchasedAt: at },
  }),
  callsOff: (customerId: string, at: string, purchasedAt: string, purchaseId = purchasedAt): MetricEvent => ({
    type: 'PurchaseCancelled',
    data: { purchaseId, customerId, reason: 'none left', total, purchasedAt, cancelledAt: at },
  }),
  enters: (customerId: string, at: string, stage: LifecycleStage): MetricEvent => ({
    type: 'StageEntered',
    data: { customerId, policy, stage, from: 'none', ruleId: 'r', inputs: {}, reason, cause: 'time', enteredAt: at },
  }),
  isOfTier: (customerId: string, at: string, tier: string): MetricEvent => ({
    type: 'TierOverridden',
    data: { customerId, tier, by, reason: 'so', until: at, overriddenAt: at },
  }),
  opens: (complaintId: string, at: string, more: Partial<Opened> = {}): MetricEvent => ({
    type: 'ComplaintOpened',
    data: { complaintId, customerId: 'k-0', channel: 'email', subject: 's', owner: by, openedAt: at, ...more },
  }),
  replies: (complaintId: string, at: string): MetricEvent => ({
    type: 'ComplaintResponded',
    data: { complaintId, customerId: 'k-0', by, message: 'm', first: true, respondedAt: at },
  }),
  isAccepted: (complaintId: string, at: string, owner: string, previousOwner = by): MetricEvent => ({
    type: 'ComplaintAccepted',
    data: { complaintId, customerId: 'k-0', owner, previousOwner, acceptedAt: at },
  }),
  resolves: (complaintId: string, at: string): MetricEvent => ({
    type: 'ComplaintResolved',
    data: { complaintId, customerId: 'k-0', by, remedy: 'r', resolvedAt: at },
  }),
  reopens: (complaintId: string, at: string): MetricEvent => ({
    type: 'ComplaintReopened',
    data: { complaintId, customerId: 'k-0', by, reason: 'r', reopenedAt: at },
  }),
  closes: (complaintId: string, at: string, disputed?: boolean): MetricEvent => ({
    type: 'ComplaintClosed',
    data: { complaintId, customerId: 'k-0', by, closedAt: at, ...(disputed !== undefined && { disputed }) },
  }),
  isDuplicate: (complaintId: string, at: string): MetricEvent => ({
    type: 'ComplaintLinkedAsDuplicate',
    data: { complaintId, customerId: 'k-0', duplicateOf: 'other', by, linkedAt: at },
  }),
  breaches: (caseId: string, at: string, clockId: 'first-response' | 'resolution'): MetricEvent => ({
    type: 'ClockBreached',
    data: { ...ofClock(caseId, clockId), kind: clockId, owner: by, dueAt: at, alarm: false, breachedAt: at },
  }),
  isPaused: (caseId: string, at: string, clockId: string, breachVoided?: boolean): MetricEvent => ({
    type: 'ClockPaused',
    data: { ...ofClock(caseId, clockId), reason: 'agreed-pause', elapsedSeconds: 0, pausedAt: at, breachVoided },
  }),
  meets: (caseId: string, at: string, clockId: string, late: boolean): MetricEvent => ({
    type: 'ClockMet',
    data: { ...ofClock(caseId, clockId), owner: by, elapsedSeconds: 0, late, provisional: false, metAt: at },
  }),
  goesOn: (caseId: string, at: string, clockId: string): MetricEvent => ({
    type: 'ClockContinued',
    data: { ...ofClock(caseId, clockId), owner: by, elapsedSeconds: 0, dueAt: at, provisional: false, continuedAt: at },
  }),
  isCancelled: (caseId: string, at: string, clockId: string, reason: 'case-resolved' | 'duplicate'): MetricEvent => ({
    type: 'ClockCancelled',
    data: { ...ofClock(caseId, clockId), reason, elapsedSeconds: 0, cancelledAt: at },
  }),
  isAsked: (invitationId: string, at: string, more: Partial<Answered> = {}): MetricEvent => {
    const { answers: _, ...asked } = more;
    return {
      type: 'SurveyInvited',
      data: { ...ofInvitation(invitationId), ...asked, send: false, invitedAt: at, endsAt: END },
    };
  },
  answers: (
    invitationId: string,
    at: string,
    invitedAt: string,
    scores: Partial<Record<'csat' | 'nps' | 'ces', number>>,
    more: Partial<Answered> = {},
  ): MetricEvent => ({
    type: 'SurveyAnswered',
    data: {
      ...ofInvitation(invitationId),
      ...more,
      answers: MEASURES.flatMap((measures) => {
        const score = scores[measures];
        return score === undefined ? [] : [{ kind: 'scale', questionId: measures, score, measures } as const];
      }),
      invitedAt,
      answeredAt: at,
    },
  }),
};

/** After everything that happens. */
export const END = '2030-01-01T00:00:00.000Z';

const MEASURES = ['csat', 'nps', 'ces'] as const;
const total = { amountMinor: 100, currency: 'CNY' };
const policy = { policyId: 'lifecycle', version: 1 };
const reason = { zh: '因为', en: 'because' };
const ofInvitation = (invitationId: string) => ({ invitationId, surveyId: 's-1', version: 1, customerId: 'k-0' });
const ofClock = (caseId: string, clockId: string) => ({
  caseId,
  customerId: 'k-0',
  clockId,
  cause: { kind: 'resolved' } as const,
});
