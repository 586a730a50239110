import { setTimeout as delay } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/** Rejects, and says what is waited for, where it never comes: a client may wait for ever for a node that was killed. */
export async function within<T>(what: string, work: Promise<T>, limitMs = LIMIT_MS): Promise<T> {
  const done = new AbortController();
  const tooLate = delay(limitMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(`${what} took longer than ${limitMs} ms`);
  });
  // It is also rejected when it is no longer waited for.
  tooLate.catch(() => undefined);
  return Promise.race([work, tooLate]).finally(() => done.abort());
}
