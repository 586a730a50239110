import { type ChangeCursor, parseCursor } from '../changes/change.cursor';
import type { ChangeMessage } from '../changes/change.message';
import { type ChangesOptions, readChanges } from '../changes/change.reader';

/** Keeps the newest row of each key, as a subscriber does. */
export class ChangeFollower {
  readonly rows = new Map<string, object>();
  readonly told: ChangeMessage[] = [];
  cursor: ChangeCursor | undefined;
  #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: Omit<ChangesOptions, 'signal' | 'after'>) {}

  /** From where it stood; from all rows the first time. */
  start(): void {
    this.#stopping = new AbortController();
    this.#running = this.#follow(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  get resets(): number {
    return this.told.filter(({ kind }) => kind === 'reset').length;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    for await (const message of readChanges({ ...this.options, after: this.cursor, signal })) {
      this.told.push(message);
      if (message.kind === 'reset') this.rows.clear();
      if (message.kind === 'rows') for (const { key, row } of message.rows) this.rows.set(key, row);
      if (message.kind !== 'reset' && message.cursor !== undefined) this.cursor = parseCursor(message.cursor);
    }
  }
}
