import { PendingTexts, type TextKey } from './pending.texts';
import type { ThemeStore } from './theme.store';
import type { ThemedTextRow } from './themed-text.entity';

/** So many texts are worth a write of their own. */
const WORTH_WRITING = 2_000;
/** So many wait at the most. */
const MOST_WAITING = 10_000;

/**
 * Texts on their way into the database. They are written while the next events are read: ahead of the position, so that after
 * a crash some are tagged again, to the same. Only one write is on its way at a time.
 */
export class TextWriting {
  #waiting = new PendingTexts();
  #changed = new PendingTexts();
  #flying: PendingTexts | undefined;
  #landing: Promise<void> = Promise.resolve();

  constructor(private readonly store: ThemeStore) {}

  get isEmpty(): boolean {
    return this.#waiting.size + this.#changed.size === 0 && !this.#flying;
  }

  get isFull(): boolean {
    return this.#waiting.size >= MOST_WAITING;
  }

  add(row: ThemedTextRow): void {
    this.#waiting.put(row);
  }

  /** Of one that is written already, or is being written. */
  change(row: ThemedTextRow): void {
    if (this.#waiting.get(row)) this.#waiting.put(row);
    else this.#changed.put(row);
  }

  get(key: TextKey): ThemedTextRow | undefined {
    return this.#waiting.get(key) ?? this.#changed.get(key) ?? this.#flying?.get(key);
  }

  /** All that may not be in the database yet. */
  get rows(): readonly ThemedTextRow[] {
    const flying = (this.#flying?.rows ?? []).filter((row) => !this.#changed.get(row));
    return [...flying, ...this.#changed.rows, ...this.#waiting.rows];
  }

  /** Begins to write where it is worth it, and nothing else is being written. */
  async goOn(): Promise<void> {
    if (this.#flying && !this.isFull) return;
    await this.#landing;
    if (this.#waiting.size < WORTH_WRITING) return;
    const flying = this.#waiting;
    this.#waiting = new PendingTexts();
    this.#flying = flying;
    this.#landing = this.store.writeAhead(flying.rows).then(() => {
      this.#flying = undefined;
    });
    // Whoever waits for it next is told of a failure.
    this.#landing.catch(() => undefined);
  }

  /** Waits for what is being written, and gives the rest to be written: new ones, and changed ones. */
  async take(): Promise<{ readonly added: readonly ThemedTextRow[]; readonly changed: readonly ThemedTextRow[] }> {
    await this.#landing;
    const [added, changed] = [this.#waiting.rows, this.#changed.rows];
    this.#waiting = new PendingTexts();
    this.#changed = new PendingTexts();
    return { added, changed };
  }
}
