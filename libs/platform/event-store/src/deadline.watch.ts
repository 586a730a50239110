/** Nothing came back in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

interface Watched {
  readonly dueMs: number;
  readonly expire: () => void;
}

const LOOK_EVERY_MS = 100;

/**
 * Rejects work that takes too long, up to a tenth of a second late. One timer serves all that is under way: a timer for each
 * of thousands of appends a second would cost a tenth of what they cost.
 */
export class DeadlineWatch {
  /** All have the same limit, so that the oldest is due first. */
  readonly #watched = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly limitMs: number) {}

  /** Settles as the work does, or rejects with NoAnswerError. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const expire = () => reject(new NoAnswerError(`no answer within ${this.limitMs} ms`));
      const watched = { dueMs: performance.now() + this.limitMs, expire };
      this.#watched.add(watched);
      this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
      work.then(
        (done) => {
          this.#watched.delete(watched);
          resolve(done);
        },
        (error: Error) => {
          this.#watched.delete(watched);
          reject(error);
        },
      );
    });
  }

  #look(): void {
    for (const watched of this.#watched) {
      if (watched.dueMs > performance.now()) return;
      this.#watched.delete(watched);
      watched.expire();
    }
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
