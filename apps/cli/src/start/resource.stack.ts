interface Opened {
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** What was opened, to be closed in the opposite order. */
export class ResourceStack {
  readonly #opened: Opened[] = [];

  push(name: string, close: () => Promise<void>): void {
    this.#opened.push({ name, close });
  }

  /** Closes everything, whatever fails on the way; rejects with all failures together. Idempotent. */
  async closeAll(): Promise<void> {
    const failures: Error[] = [];
    for (let next = this.#opened.pop(); next; next = this.#opened.pop()) {
      const { name, close } = next;
      await close().catch((cause: unknown) => {
        failures.push(new Error(`${name} did not stop cleanly: ${String(cause)}`, { cause }));
      });
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything stopped cleanly');
  }
}
