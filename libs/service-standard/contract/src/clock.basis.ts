import type { CaseType, Complexity, PauseReasonKind, Urgency } from '@tenure/shared-contract';
import type { CaseFact } from './case.fact';

/** What the clocks of a case go by, besides the time. */
export interface ClockBasis {
  readonly caseType: CaseType;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  /** Absent where the customer has none that is known. */
  readonly tier?: string;
  readonly owner: string;
  /** The policy that the case is judged by. */
  readonly serviceStandard: string;
  /** When the resolution is due by agreement. */
  readonly agreedDueAt?: string;
  /** While the case is held, whether or not that pauses a clock. */
  readonly held?: { readonly reason: PauseReasonKind; readonly since: string };
  readonly duplicateOf?: string;
  /** 1, and one more with every reopening. */
  readonly round: number;
}

/** What a clock is held against; whole, so that a judgement can be read without the policy. */
export interface ClockTarget {
  /** The rule of the matrix; absent where a due date was agreed for which the matrix has none. */
  readonly standard?: StandardReference;
  /** Given, it is when the clock is due, and nothing pauses it. */
  readonly agreedDueAt?: string;
  /** As what the rule was chosen, which may be what the case once was; the tier is the customer's, else the default. */
  readonly tier?: string;
  readonly urgency?: Urgency;
  readonly complexity?: Complexity;
  /** Whose open time is counted; absent: all time. */
  readonly calendar?: CalendarReference;
  /** Of the calendar: the one in which the clock's days and months are told. */
  readonly timeZone: string;
  /** Of the calendar's open time; of an agreed due date, the time that there was until then. */
  readonly targetSeconds: number;
  readonly pausedWhile: readonly PauseReasonKind[];
  /** Of `targetSeconds`, ascending. */
  readonly remindAtPercent: readonly number[];
  /** A policy of kind `escalation`. */
  readonly escalationId?: string;
}

export interface StandardReference {
  readonly policyId: string;
  readonly version: number;
  readonly targetId: string;
}

export interface CalendarReference {
  readonly calendarId: string;
  readonly version: number;
  /** Of the calendar's holidays, where it has any. */
  readonly holidaysVersion?: number;
}

/** The fact that an event follows from. */
export interface ClockCause {
  readonly kind: CaseFact['kind'];
  /** In the log, in decimal; absent where time alone did it. */
  readonly position?: string;
  readonly eventId?: string;
  /** When it became known, ISO 8601: nobody is alarmed of what was past by then. */
  readonly recordedAt?: string;
}
