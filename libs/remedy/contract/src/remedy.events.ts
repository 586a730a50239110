import { defineCodec } from '@tenure/kernel';
import type { Money } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type RemedyEvent =
  | { readonly type: 'RemedyGranted'; readonly data: RemedyGranted }
  | { readonly type: 'RemedyApprovalRequested'; readonly data: RemedyApprovalRequested }
  | { readonly type: 'RemedyApproved'; readonly data: RemedyApproved }
  | { readonly type: 'RemedyDeclined'; readonly data: RemedyDeclined }
  | { readonly type: 'RemedyCancelled'; readonly data: RemedyCancelled };

interface OfRemedy {
  readonly remedyId: string;
  readonly complaintId: string;
  readonly customerId: string;
  /** Who gives it: the person whose discretion is spent. */
  readonly personId: string;
}

/** The published version that a decision was made under. */
export interface RemedyPolicyRef {
  readonly policyId: string;
  readonly version: number;
}

export interface RemedyTerms {
  /** Why the customer is compensated: a row of the table of standard compensation. */
  readonly reason: string;
  readonly amount: Money;
  /** What the table gives for the reason. */
  readonly standardMinor: number;
  readonly policy: RemedyPolicyRef;
}

export interface RemedyGranted extends OfRemedy, RemedyTerms {
  /** The part of the amount above the standard, taken from the person's budget of the period. */
  readonly discretionMinor: number;
  /** Month `2026-11` or quarter `2026-Q4`, in the time zone of the policy. */
  readonly period: string;
  /** The person's whole budget of that period, and what is spent of it with this remedy. */
  readonly budgetMinor: number;
  readonly spentMinor: number;
  readonly grantedAt: string;
}

export interface RemedyApprovalRequested extends OfRemedy, RemedyTerms {
  readonly because: 'beyond-discretion' | 'beyond-budget';
  readonly requestedAt: string;
}

/** The customer gets the amount; the person's budget is not touched, as it is the approver who answers for it. */
export interface RemedyApproved extends OfRemedy {
  readonly amount: Money;
  readonly by: string;
  readonly approvedAt: string;
}

export interface RemedyDeclined extends OfRemedy {
  readonly by: string;
  readonly why: string;
  readonly declinedAt: string;
}

export interface RemedyCancelled extends OfRemedy {
  readonly by: string;
  readonly why: string;
  /** What goes back into the budget of the period it was taken from. */
  readonly returnedMinor: number;
  readonly currency: string;
  readonly period?: string;
  readonly cancelledAt: string;
}

const ofRemedy = { remedyId: 'string', complaintId: 'string', customerId: 'string', personId: 'string' } as const;
const terms = { reason: 'string', amount: 'object', standardMinor: 'number', policy: 'object' } as const;

export const remedyCodec = defineCodec<RemedyEvent>({
  RemedyGranted: {
    version: 1,
    fields: {
      ...ofRemedy,
      ...terms,
      discretionMinor: 'number',
      period: 'string',
      budgetMinor: 'number',
      spentMinor: 'number',
      grantedAt: 'string',
    },
  },
  RemedyApprovalRequested: {
    version: 1,
    fields: { ...ofRemedy, ...terms, because: 'string', requestedAt: 'string' },
  },
  RemedyApproved: { version: 1, fields: { ...ofRemedy, amount: 'object', by: 'string', approvedAt: 'string' } },
  RemedyDeclined: { version: 1, fields: { ...ofRemedy, by: 'string', why: 'string', declinedAt: 'string' } },
  RemedyCancelled: {
    version: 1,
    fields: {
      ...ofRemedy,
      by: 'string',
      why: 'string',
      returnedMinor: 'number',
      currency: 'string',
      period: 'string?',
      cancelledAt: 'string',
    },
  },
});
