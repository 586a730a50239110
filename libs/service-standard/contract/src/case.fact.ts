import type { CaseType, Complexity, PauseReasonKind, Urgency } from '@tenure/shared-contract';

/** What happened to a case, as far as its clocks are concerned. All but the passing of time stands in the log. */
export type CaseFact = LoggedCaseFact | TimePassed;

/** In the order of the log. Times are ISO 8601 with offset. */
export type LoggedCaseFact = InLog &
  (
    | CaseOpened
    | { readonly kind: 'accepted'; readonly owner: string }
    /** A public reply by a person. */
    | { readonly kind: 'responded'; readonly by: string }
    | { readonly kind: 'resolved'; readonly by: string }
    /** The customer was told the result (反馈). */
    | { readonly kind: 'told'; readonly by: string }
    | { readonly kind: 'followed-up'; readonly by: string }
    | { readonly kind: 'closed' }
    /** With the customer's tier, which open cases alone are told of when it changes; absent: as it was. */
    | { readonly kind: 'reopened'; readonly tier?: string }
    | { readonly kind: 'held'; readonly reason: PauseReasonKind }
    | { readonly kind: 'continued' }
    | { readonly kind: 'classified'; readonly urgency: Urgency; readonly complexity: Complexity }
    | { readonly kind: 'due-agreed'; readonly dueAt: string }
    /** Without a tier: the customer has none any more. */
    | { readonly kind: 'tier-changed'; readonly tier?: string }
    | { readonly kind: 'help-requested'; readonly helpId: string; readonly from: string }
    | { readonly kind: 'help-answered'; readonly helpId: string }
    | { readonly kind: 'linked-duplicate'; readonly duplicateOf: string }
    /** A version of a service standard; goes to the open cases that are judged by it. */
    | { readonly kind: 'standard-published'; readonly policyId: string; readonly version: number }
    /** A version of a calendar or of holidays; goes to the open cases that have clocks going by it. */
    | { readonly kind: 'calendar-published'; readonly policyId: string; readonly version: number }
  );

interface CaseOpened {
  readonly kind: 'opened';
  readonly customerId: string;
  readonly caseType: CaseType;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly owner: string;
  /** The customer's tier at the time, as far as it is known. */
  readonly tier?: string;
  /** When the resolution is due by agreement, whatever the standard says. */
  readonly agreedDueAt?: string;
  /** Policy that the case is judged by; absent: the usual one. */
  readonly serviceStandard?: string;
}

/** Nothing happened until then (ISO 8601) that was not told before. */
export interface TimePassed {
  readonly kind: 'time-passed';
  readonly occurredAt: string;
}

interface InLog {
  /** Of the event in the log, in decimal. */
  readonly position: string;
  readonly eventId: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}
