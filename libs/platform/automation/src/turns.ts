/** Lets one piece of work run at a time, in the order in which they were asked for. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves to what gives the turn back, to be called once; rejects when aborted before it came. */
  async take(signal?: AbortSignal): Promise<() => void> {
    const before = this.#last;
    let giveBack: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (giveBack = resolve));
    this.#last = before.then(() => over);
    try {
      await (signal ? unlessAborted(before, signal) : before);
    } catch (error) {
      giveBack();
      throw error;
    }
    return giveBack;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const giveBack = await this.take();
    try {
      return await work();
    } finally {
      giveBack();
    }
  }
}

function unlessAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('Nobody waits for the turn any more'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void turn.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}
