const FIRST_MS = 5_000;
const FACTOR = 3;
const LONGEST_MS = 12 * 60 * 60 * 1_000;
const LONGEST_ASKED_FOR_MS = 24 * 60 * 60 * 1_000;

/** From the first attempt to the last, about a day and a half, pass; enough for a server to be set up anew. */
export const MOST_ATTEMPTS = 12;

/**
 * How long to wait after a failed attempt (counted from 1), in milliseconds; undefined where it was the last. Grows
 * threefold from attempt to attempt; `chance`, at least 0 and below 1, takes up to half off, so that what failed together
 * does not come back together. What the other side asked for (Retry-After) is the least, up to a day.
 */
export function retryDelayMs(attempt: number, chance: number, askedForMs = 0): number | undefined {
  if (attempt >= MOST_ATTEMPTS) return undefined;
  const whole = Math.min(FIRST_MS * FACTOR ** (attempt - 1), LONGEST_MS);
  const own = Math.round(whole * (1 - chance / 2));
  return Math.max(own, Math.min(askedForMs, LONGEST_ASKED_FOR_MS));
}
