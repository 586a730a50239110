import type { ThemeSource } from '@tenure/theme-contract';
import type { ThemedTextRow } from './themed-text.entity';

/** Texts that are still to be written, each once. */
export class PendingTexts {
  readonly #bySource: Readonly<Record<ThemeSource, Map<string, ThemedTextRow>>> = {
    complaint: new Map(),
    answer: new Map(),
    voice: new Map(),
  };

  put(row: ThemedTextRow): void {
    this.#bySource[row.source].set(row.sourceId, row);
  }

  get({ source, sourceId }: TextKey): ThemedTextRow | undefined {
    return this.#bySource[source].get(sourceId);
  }

  get size(): number {
    const { complaint, answer, voice } = this.#bySource;
    return complaint.size + answer.size + voice.size;
  }

  get rows(): readonly ThemedTextRow[] {
    const { complaint, answer, voice } = this.#bySource;
    return [...complaint.values(), ...answer.values(), ...voice.values()];
  }
}

export type TextKey = Pick<ThemedTextRow, 'source' | 'sourceId'>;
