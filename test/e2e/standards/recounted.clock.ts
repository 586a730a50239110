import { DateTime } from 'luxon';
import type { Span } from './open.hours';

/** A stretch of a clock's life in which it runs against one target. Stretches follow each other in time. */
export interface Stretch extends Span {
  readonly targetMs: number;
}

export interface RecountedClock {
  readonly outcome: 'met' | 'breached' | 'open' | 'cancelled';
  /** Epoch milliseconds. */
  readonly decidedAt?: number;
}

/** A clock from its start to where the data leaves it. */
export interface Life {
  readonly stretches: readonly Stretch[];
  /** Undefined where it was never met. */
  readonly metAt: number | undefined;
  readonly isCancelled: boolean;
}

/** What the clock came to: a breach stays one, whatever follows. */
export function recount({ stretches, metAt, isCancelled }: Life, hours: readonly Span[]): RecountedClock {
  const breachedAt = breachOf(stretches, hours);
  if (breachedAt !== undefined) return { outcome: 'breached', decidedAt: breachedAt };
  if (metAt !== undefined) return { outcome: 'met', decidedAt: metAt };
  return { outcome: isCancelled ? 'cancelled' : 'open' };
}

/** The first moment at which as much open time has been counted as the target allows. Who is done in it is in time. */
function breachOf(stretches: readonly Stretch[], hours: readonly Span[]): number | undefined {
  let counted = 0;
  for (const { from, to, targetMs } of stretches) {
    if (counted >= targetMs && from < to) return from;
    for (const open of hoursWithin(from, to, hours)) {
      const reached = open.from + targetMs - counted;
      if (reached <= open.to && reached < to) return reached;
      counted += open.to - open.from;
    }
  }
  return undefined;
}

function hoursWithin(from: number, to: number, hours: readonly Span[]): Span[] {
  const first = hours.findIndex((open) => open.to > from);
  const within: Span[] = [];
  for (let index = first; index >= 0 && (hours[index]?.from ?? to) < to; index++) {
    const open = hours[index];
    if (open) within.push({ from: Math.max(open.from, from), to: Math.min(open.to, to) });
  }
  return within;
}

export const monthOf = (moment: number, timeZone: string): string =>
  DateTime.fromMillis(moment, { zone: timeZone }).toFormat('yyyy-MM');

export const instantOf = (moment: number): string => new Date(moment).toISOString();
