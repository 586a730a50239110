import type { PauseReasonKind } from '@tenure/shared-contract';
import type { CaseClockRow } from './case-clock.row';
import { elapsedAt } from './clock.time';
import { pauseOf, type Clock } from './clock.state';
import { momentOf } from './moment';
import type { StandardsBook } from './standards.book';

/** `warning`: the first reminder's share of the time has gone by. A paused clock may be breached as well. */
export const CLOCK_STATES = ['breached', 'warning', 'running', 'paused', 'met', 'cancelled'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** How a clock stands at a moment. Seconds are those that the clock counts: of its calendar's open time. */
export interface ClockStanding {
  readonly state: ClockState;
  readonly elapsedSeconds: number;
  /** Null once it has run out or is over. */
  readonly secondsLeft: number | null;
  /** Since it ran out, until it was met; null where it did not. */
  readonly secondsLate: number | null;
  readonly pausedFor: PauseReasonKind | null;
}

/** `at` is ISO 8601; the book has the calendars that the clock has gone by. */
export function standingOf({ clock }: Pick<CaseClockRow, 'clock'>, at: string, book: StandardsBook): ClockStanding {
  const now = Math.max(clock.startedAt, clock.finishedAt ?? momentOf(at));
  const elapsedSeconds = elapsedAt(clock, now, book).seconds;
  const ranOutAt = ranOut(clock, now);
  const secondsLate = ranOutAt === undefined ? null : elapsedSeconds - elapsedAt(clock, ranOutAt, book).seconds;
  const isOpen = clock.finishedAt === undefined && secondsLate === null;
  return {
    state: stateOf(clock, elapsedSeconds, secondsLate !== null),
    elapsedSeconds,
    secondsLeft: isOpen ? Math.max(0, clock.target.targetSeconds - elapsedSeconds) : null,
    secondsLate,
    pausedFor: pausedFor(clock),
  };
}

function pausedFor(clock: Clock): PauseReasonKind | null {
  const reason = pauseOf(clock)?.reason;
  return reason === undefined || reason === 'finished' ? null : reason;
}

/** What has run out may not have been recorded yet. */
function ranOut({ breachedAt, dueAt, status }: Clock, now: number): number | undefined {
  if (breachedAt !== undefined) return breachedAt;
  return status === 'running' && dueAt !== undefined && dueAt <= now ? dueAt : undefined;
}

function stateOf({ status, target }: Clock, elapsedSeconds: number, isLate: boolean): ClockState {
  if (status !== 'running') return status;
  if (isLate) return 'breached';
  const [first = 100] = target.remindAtPercent;
  return elapsedSeconds * 100 >= target.targetSeconds * first ? 'warning' : 'running';
}
