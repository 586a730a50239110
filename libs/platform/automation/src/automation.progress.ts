interface Waiter {
  readonly position: bigint;
  readonly resolve: () => void;
}

/** How far a process has come. */
export class AutomationProgress {
  readonly #waiters = new Set<Waiter>();

  constructor(private reached: bigint | undefined) {}

  /** Everything in the log up to here has been acted on, and what that led to is stored. */
  get position(): bigint | undefined {
    return this.reached;
  }

  /** Rejects when aborted. */
  until(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.#isReached(position)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#waiters.delete(waiter);
        reject(new Error(`Nobody waits for position ${position} any more`));
      };
      const waiter: Waiter = {
        position,
        resolve: () => {
          signal.removeEventListener('abort', stop);
          resolve();
        },
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      this.#waiters.add(waiter);
    });
  }

  advance(position: bigint): void {
    if (this.#isReached(position)) return;
    this.reached = position;
    for (const waiter of this.#waiters) {
      if (waiter.position > position) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  #isReached(position: bigint): boolean {
    return this.reached !== undefined && this.reached >= position;
  }
}
