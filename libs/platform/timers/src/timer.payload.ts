import type { Timer } from './timer';

/** Its time is still to come by the clock that timers are due by, which may differ from that of the database. */
export class TimerIsEarly extends Error {
  override readonly name = 'TimerIsEarly';
  constructor(readonly remainingMs: number) {
    super(`due in ${remainingMs} ms`);
  }
}

/** A timer as `setTimers` wrote it. */
export function readTimer(kind: string, payload: unknown): Timer {
  if (typeof payload === 'object' && payload !== null && 'key' in payload && 'dueAt' in payload) {
    const { key, dueAt } = payload;
    const content: unknown = 'content' in payload ? payload.content : null;
    if (typeof key === 'string' && typeof dueAt === 'string') return { kind, key, dueAt, content };
  }
  throw new Error(`A job of kind ${kind} was not written by setTimers`);
}
