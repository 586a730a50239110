import type { ClockKind, NoticeChannel, NotifyWhom } from '@tenure/policy-contract';
import type { PauseReasonKind } from '@tenure/shared-contract';
import type { ClockBasis, ClockCause, ClockTarget } from './clock.basis';

interface OfCase {
  readonly caseId: string;
  readonly customerId: string;
  readonly cause: ClockCause;
}

interface OfClock extends OfCase {
  /** Unique in its case: `resolution`, `feedback-2` (of the second resolution), `internal-help:<helpId>`. */
  readonly clockId: string;
}

/** A clock that runs from `startedAt`; one of a case that is held at the time is paused by the event that follows. */
export interface ClockStarted extends OfClock {
  readonly kind: ClockKind;
  readonly basis: ClockBasis;
  /** Who has to meet it: the owner of the case, or who was asked for help. */
  readonly owner: string;
  readonly target: ClockTarget;
  readonly startedAt: string;
  readonly dueAt: string;
  /** Whether the time reaches into a year whose holidays were not published. */
  readonly provisional: boolean;
}

export interface ClockPaused extends OfClock {
  readonly reason: PauseReasonKind;
  readonly elapsedSeconds: number;
  readonly pausedAt: string;
  /** True where it became known only after a breach that it was before: there was none. */
  readonly breachVoided?: boolean;
}

export interface ClockResumed extends OfClock {
  readonly elapsedSeconds: number;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly resumedAt: string;
}

/**
 * Another target from `retargetedAt` on, with the time elapsed until then counted in full; at `startedAt` where it became
 * known later what held from the beginning. Of `calendar-published`, the same target over what the year turned out to be.
 */
export interface ClockRetargeted extends OfClock {
  readonly target: ClockTarget;
  readonly elapsedSeconds: number;
  /** Absent while the clock is paused. */
  readonly dueAt?: string;
  readonly provisional: boolean;
  readonly retargetedAt: string;
  /** True where it became known only after a breach that it was before: that breach is judged again. */
  readonly breachVoided?: boolean;
}

interface Announced extends OfClock {
  readonly kind: ClockKind;
  readonly owner: string;
  readonly dueAt: string;
  /** False where the moment had passed when its cause became known: history alarms nobody. */
  readonly alarm: boolean;
}

/** Once for every percentage of a clock. */
export interface ClockReminded extends Announced {
  readonly percent: number;
  readonly notify: readonly NotifyWhom[];
  readonly channels: readonly NoticeChannel[];
  readonly remindedAt: string;
}

export interface ClockBreached extends Announced {
  /** `dueAt`, or when that became the due date, where it was past by then. */
  readonly breachedAt: string;
  /** The chain that is followed from here. */
  readonly escalation?: { readonly policyId: string; readonly version: number };
}

/** Once for every step of a clock. */
export interface ClockEscalated extends Announced {
  /** From 1. */
  readonly step: number;
  readonly notify: readonly NotifyWhom[];
  readonly channels: readonly NoticeChannel[];
  readonly escalatedAt: string;
}

export interface ClockMet extends OfClock {
  readonly owner: string;
  readonly elapsedSeconds: number;
  readonly late: boolean;
  readonly provisional: boolean;
  readonly metAt: string;
}

/** The clock of a reopened case runs on; the time that the case was finished does not count. */
export interface ClockContinued extends OfClock {
  readonly owner: string;
  readonly elapsedSeconds: number;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly continuedAt: string;
}

/** A breach before it remains one, save that of a duplicate: the same matter is counted where it is worked on. */
export interface ClockCancelled extends OfClock {
  readonly reason: 'case-resolved' | 'case-closed' | 'case-reopened' | 'duplicate';
  readonly elapsedSeconds: number;
  readonly cancelledAt: string;
}

/** What a case's clocks go by is another from now on. Stands before what that does to each of them. */
export interface ClockBasisChanged extends OfCase {
  /** Those that are not finished, and those that the reopening of the case continues. */
  readonly clockIds: readonly string[];
  readonly basis: ClockBasis;
  readonly changedAt: string;
}
