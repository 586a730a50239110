import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 200;
const LONGEST_MS = 5_000;

/** Waits after so many failures in a row, longer each time; no longer than until the signal is aborted. */
export const backOff = (failures: number, signal: AbortSignal): Promise<void> =>
  rest(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)), signal);

/** Resolves after the time, or as soon as the signal is aborted. */
export const rest = (durationMs: number, signal: AbortSignal): Promise<void> =>
  delay(durationMs, undefined, { signal }).catch(() => undefined);
