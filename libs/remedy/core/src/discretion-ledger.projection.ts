import type { Projection } from '@tenure/kernel';
import type { RemedyEvent } from '@tenure/remedy-contract';

/** One movement of a person's discretion. Minor units of the currency; positive is spent, negative is returned. */
export interface DiscretionEntryRow {
  /** `personId/remedyId` with `+` for what was spent or `-` for what was returned. */
  readonly entryId: string;
  readonly personId: string;
  readonly period: string;
  readonly remedyId: string;
  readonly complaintId: string;
  readonly currency: string;
  readonly amountMinor: number;
  /** The whole budget of the period by the policy in force at the time; empty on a return. */
  readonly budgetMinor: number | null;
  readonly bookedAt: string;
  readonly position: bigint;
}

type Booked = Extract<RemedyEvent, { type: 'RemedyGranted' | 'RemedyCancelled' }>;

/** What was taken from whose discretion, and what came back: the sum of the entries of a period is what is spent of it. */
export const discretionLedger: Projection<DiscretionEntryRow, Booked> = {
  name: 'discretion-ledger',
  version: 1,
  handles: ['RemedyGranted', 'RemedyCancelled'],
  keysOf: ({ type, data }) => {
    const moved = type === 'RemedyGranted' ? data.discretionMinor : data.returnedMinor;
    return moved > 0 ? [`${data.personId}/${data.remedyId}${type === 'RemedyGranted' ? '+' : '-'}`] : [];
  },
  fold: (_row, event, entryId) => {
    const { personId, remedyId, complaintId } = event.data;
    const about = { entryId, personId, remedyId, complaintId, position: event.position };
    return { ...about, ...movementOf(event) };
  },
  insertOnly: true,
};

function movementOf(event: Booked) {
  switch (event.type) {
    case 'RemedyGranted': {
      const { period, amount, discretionMinor, budgetMinor, grantedAt } = event.data;
      return { period, currency: amount.currency, amountMinor: discretionMinor, budgetMinor, bookedAt: grantedAt };
    }
    case 'RemedyCancelled': {
      const { period = '', currency, returnedMinor, cancelledAt } = event.data;
      return { period, currency, amountMinor: -returnedMinor, budgetMinor: null, bookedAt: cancelledAt };
    }
  }
}
