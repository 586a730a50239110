import { monthAt } from '@tenure/calendar';
import type { ClockOutcome } from './case-clock.row';
import type { Clock } from './clock.state';

export interface Decided {
  readonly outcome: ClockOutcome;
  /** Epoch milliseconds; of what was met late it is the breach. */
  readonly decidedAt?: number;
  /** `YYYY-MM` in the target's time zone. */
  readonly decidedMonth?: string;
}

/** What has become of a clock. A duplicate is not judged: the same matter is, where it is worked on. */
export function outcomeOf(clock: Clock, isDuplicate: boolean): Decided {
  const { status, breachedAt, finishedAt } = clock;
  if (status === 'cancelled' && isDuplicate) return { outcome: 'cancelled' };
  if (breachedAt !== undefined) return decided('breached', breachedAt, clock);
  if (status === 'met' && finishedAt !== undefined) return decided('met', finishedAt, clock);
  return { outcome: status === 'cancelled' ? 'cancelled' : 'open' };
}

const decided = (outcome: ClockOutcome, decidedAt: number, { target }: Clock): Decided => ({
  outcome,
  decidedAt,
  decidedMonth: monthAt(decidedAt, target.timeZone),
});
