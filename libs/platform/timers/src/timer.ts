/** Something that has to happen at a moment, once in effect. */
export interface Timer {
  /** Names the handler. */
  readonly kind: string;
  /** Unique within its kind: setting it again replaces the timer. */
  readonly key: string;
  /** ISO 8601; a moment that has passed is due at once. */
  readonly dueAt: string;
  /** What the handler needs beside them; a JSON value. */
  readonly content?: unknown;
}

/** ISO 8601, in the time that timers are due by. */
export type TimerClock = () => string;

/**
 * Carries a timer out. It may be called again for the same timer, at the same time even, when its process or the
 * database failed: what it does must have its effect once. What it throws is tried again with back-off, for ever.
 */
export type TimerHandler = (timer: Timer, signal: AbortSignal) => Promise<void>;

/** Schema of the job library's own tables. */
export const TIMERS_SCHEMA = 'tenure_timers';

export const jobKeyOf = ({ kind, key }: Pick<Timer, 'kind' | 'key'>): string => `${kind}:${key}`;
