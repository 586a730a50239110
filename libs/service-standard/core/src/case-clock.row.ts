import type { ClockKind } from '@tenure/policy-contract';
import type { ClockBasis, ClockCancelled, ClockTarget } from '@tenure/service-standard-contract';
import type { CaseType, Complexity, PauseReasonKind, Urgency } from '@tenure/shared-contract';
import type { Clock } from './clock.state';

/** One clock with all of its judgement. Times are ISO 8601 UTC. */
export interface CaseClockRow {
  /** `caseId|clockId`. */
  readonly key: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly customerId: string;
  readonly kind: ClockKind;
  readonly caseType: CaseType;
  /** As what the clock is judged. `none` is the tier of a customer without one under a date that was only agreed. */
  readonly tier: string;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly owner: string;
  readonly status: Clock['status'];
  /** `breached` from the breach on, whether the clock runs or was met late; a clock in time is `open` until it is met. */
  readonly outcome: ClockOutcome;
  /** The standard that it is judged by; null under a date that was only agreed. */
  readonly policyId: string | null;
  readonly policyVersion: number | null;
  readonly targetId: string | null;
  readonly calendarId: string | null;
  readonly calendarVersion: number | null;
  readonly holidaysVersion: number | null;
  readonly agreedDueAt: string | null;
  readonly timeZone: string;
  readonly targetSeconds: number;
  readonly startedAt: string;
  /** Null while a pause keeps it open. */
  readonly dueAt: string | null;
  readonly provisional: boolean;
  /** As of `countedAt`; a running clock has counted more since. */
  readonly elapsedSeconds: number;
  readonly countedAt: string;
  readonly pausedFor: PauseReasonKind | null;
  readonly breachedAt: string | null;
  /** When it was met or cancelled. */
  readonly finishedAt: string | null;
  readonly cancelledFor: ClockCancelled['reason'] | null;
  /** When the outcome was decided, which is the breach of what was met late; null where it is not or never will be. */
  readonly decidedAt: string | null;
  /** `YYYY-MM` of `decidedAt` in `timeZone`. */
  readonly decidedMonth: string | null;
  readonly remindedPercents: readonly number[];
  readonly escalatedSteps: number;
  /** In the order in which they became known; those for which the clock stood still. */
  readonly pauses: readonly RowPause[];
  /** The targets one after another, the last one being that of now. */
  readonly targets: readonly { readonly target: ClockTarget; readonly from: string }[];
  /** All that bears on the clock, in order: by this it can be judged again. */
  readonly history: readonly ClockHistoryEntry[];
  /** The clock itself, moments in epoch milliseconds. */
  readonly clock: Clock;
}

export type ClockOutcome = 'open' | 'met' | 'breached' | 'cancelled';

export interface RowPause {
  /** `finished`: between its end and the reopening of the case. */
  readonly reason: PauseReasonKind | 'finished';
  readonly from: string;
  /** Absent while it goes on. */
  readonly to?: string;
}

export type ClockHistoryEntry =
  | { readonly kind: 'basis'; readonly at: string; readonly basis: ClockBasis }
  | { readonly kind: 'met'; readonly at: string }
  | { readonly kind: 'cancelled'; readonly at: string; readonly reason: ClockCancelled['reason'] }
  | { readonly kind: 'continued'; readonly at: string };
