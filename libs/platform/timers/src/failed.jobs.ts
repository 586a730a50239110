import type { WorkerPresence } from './worker.presence';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/**
 * Jobs that have failed here. The library would let them wait for up to six hours, and give up in the end; they are put
 * off by half a second instead, doubled each time up to half a minute, for as long as it takes.
 */
export class FailedJobs {
  readonly #failures = new Map<string, number>();
  #waiting = new Map<string, number>();

  failed(id: string): void {
    const failures = this.#failures.get(id) ?? 0;
    this.#failures.set(id, failures + 1);
    this.#waiting.set(id, Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures, 20), LONGEST_RETRY_MS));
  }

  /** Not a failure: its time, by the clock that timers are due by, is still to come. */
  early(id: string, remainingMs: number): void {
    this.#waiting.set(id, remainingMs);
  }

  succeeded(id: string): void {
    this.#failures.delete(id);
  }

  async putOff(presence: WorkerPresence): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    let held: readonly string[] = [...waiting.keys()];
    try {
      held = await presence.retry(waiting);
    } finally {
      for (const id of held) if (!this.#waiting.has(id)) this.#waiting.set(id, waiting.get(id) ?? 0);
    }
  }
}
