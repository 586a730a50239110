import type { ClockKind } from '@tenure/policy-contract';
import type { CalendarReference, CaseClockEvent, ClockTarget } from '@tenure/service-standard-contract';
import type { PauseReasonKind } from '@tenure/shared-contract';

/** One clock of a case. Moments are epoch milliseconds of whole seconds. */
export interface Clock {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly owner: string;
  readonly target: ClockTarget;
  readonly status: 'running' | 'paused' | 'met' | 'cancelled';
  readonly startedAt: number;
  /** In order: from when on which calendar is counted by. */
  readonly spans: readonly ClockSpan[];
  /** In the order in which they became known; the last one of a paused clock is open. */
  readonly pauses: readonly ClockPause[];
  /** Absent while paused before the target ran out. */
  readonly dueAt?: number;
  readonly provisional: boolean;
  /** When the target ran out; a breach stands until it is known that there was none. */
  readonly breachedAt?: number;
  /** The chain followed since the breach. */
  readonly chain?: { readonly policyId: string; readonly version: number };
  readonly reminded: readonly number[];
  readonly escalatedSteps: number;
  /** From when on the target holds. */
  readonly targetedAt: number;
  /** Of what was recorded last. */
  readonly movedAt: number;
  /** When what sets the clock became known. */
  readonly knownAt: number;
  /** When it was met or cancelled. */
  readonly finishedAt?: number;
}

export interface ClockSpan {
  readonly from: number;
  /** Absent: all time counts. */
  readonly calendar?: CalendarReference;
}

export interface ClockPause {
  /** `finished`: between its end and the reopening of the case. */
  readonly reason: PauseReasonKind | 'finished';
  readonly start: number;
  readonly end?: number;
}

export type ClockEvent = Exclude<CaseClockEvent, { type: 'ClockBasisChanged' }>;
/** What happens to a clock that there is. */
export type ClockMove = Exclude<ClockEvent, { type: 'ClockStarted' }>;

/** What time alone does to a clock next, at its own moment; it may take several events. */
export interface NextOfClock {
  readonly at: number;
  readonly events: () => readonly ClockMove[];
}

export const isUnfinished = ({ status }: Clock): boolean => status === 'running' || status === 'paused';

export const pauseOf = ({ pauses, status }: Clock): ClockPause | undefined =>
  status === 'paused' ? pauses.at(-1) : undefined;
