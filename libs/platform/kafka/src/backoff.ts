import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_MS = 5_000;

/** Waits after so many failures in a row, `firstMs` and twice as long each time; no longer than until the signal is aborted. */
export const backOff = (failures: number, firstMs: number, signal: AbortSignal): Promise<void> =>
  rest(Math.min(LONGEST_MS, firstMs * 2 ** Math.min(failures, 10)), signal);

/** Resolves after the time, or as soon as the signal is aborted. */
export const rest = (durationMs: number, signal: AbortSignal): Promise<void> =>
  delay(durationMs, undefined, { signal }).catch(() => undefined);
