import type { Projection, Recorded } from '@tenure/kernel';
import type { RemedyApprovalRequested, RemedyEvent, RemedyGranted } from '@tenure/remedy-contract';

/** One remedy and what became of it. Amounts in minor units of the currency; times ISO 8601. */
export interface RemedyRegisterRow {
  /** `personId/remedyId`: two persons may have chosen the same id. */
  readonly remedyKey: string;
  readonly remedyId: string;
  readonly personId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly status: 'waiting' | 'granted' | 'declined' | 'cancelled';
  readonly reason: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly standardMinor: number;
  /** What it takes from the person's budget of the period; nothing where an approver answers for it. */
  readonly discretionMinor: number;
  readonly period: string | null;
  readonly because: RemedyApprovalRequested['because'] | null;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly askedAt: string;
  /** Who approved, declined or cancelled it, when, and why. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly why: string | null;
  readonly position: bigint;
}

/** Which remedies were given, by whom, and which wait for approval. */
export const remedyRegister: Projection<RemedyRegisterRow, RemedyEvent> = {
  name: 'remedy-register',
  version: 1,
  handles: ['RemedyGranted', 'RemedyApprovalRequested', 'RemedyApproved', 'RemedyDeclined', 'RemedyCancelled'],
  keysOf: ({ data: { personId, remedyId } }) => [`${personId}/${remedyId}`],
  fold: (row, event, key) => ({ ...(row ?? newRow(event, key)), ...changesOf(event), position: event.position }),
};

const newRow = ({ data, metadata, position }: Recorded<RemedyEvent>, remedyKey: string): RemedyRegisterRow => ({
  remedyKey,
  remedyId: data.remedyId,
  personId: data.personId,
  complaintId: data.complaintId,
  customerId: data.customerId,
  status: 'waiting',
  reason: '',
  currency: '',
  amountMinor: 0,
  standardMinor: 0,
  discretionMinor: 0,
  period: null,
  because: null,
  policyId: '',
  policyVersion: 0,
  askedAt: metadata.occurredAt,
  decidedBy: null,
  decidedAt: null,
  why: null,
  position,
});

function changesOf(event: RemedyEvent): Partial<RemedyRegisterRow> {
  switch (event.type) {
    case 'RemedyGranted': {
      const { discretionMinor, period, grantedAt } = event.data;
      return { ...askedFor(event.data), status: 'granted', discretionMinor, period, askedAt: grantedAt };
    }
    case 'RemedyApprovalRequested':
      return { ...askedFor(event.data), because: event.data.because, askedAt: event.data.requestedAt };
    case 'RemedyApproved':
      return { status: 'granted', decidedBy: event.data.by, decidedAt: event.data.approvedAt };
    case 'RemedyDeclined':
      return { status: 'declined', decidedBy: event.data.by, decidedAt: event.data.declinedAt, why: event.data.why };
    case 'RemedyCancelled': {
      const { by, cancelledAt, why } = event.data;
      return { status: 'cancelled', discretionMinor: 0, decidedBy: by, decidedAt: cancelledAt, why };
    }
  }
}

const askedFor = ({ reason, amount, standardMinor, policy }: RemedyGranted | RemedyApprovalRequested) => ({
  reason,
  ...amount,
  standardMinor,
  policyId: policy.policyId,
  policyVersion: policy.version,
});
