import { fingerprintOf } from '@tenure/kernel';
import { LRUCache } from 'lru-cache';

/** At about 150 bytes each. */
const REMEMBERED = 50_000;

/**
 * Tells the use of a command id for other content where the event store can't: when the other content belongs to
 * another stream. It knows the newest ids that came by way of this process; ids used twice in one stream are told apart
 * for ever, by the event store library.
 */
export class CommandIdMemory {
  readonly #fingerprints = new LRUCache<string, string>({ max: REMEMBERED });

  /** False where the id stands for other content; else remembers it until `forget`. */
  claim(commandId: string, content: unknown): boolean {
    const fingerprint = fingerprintOf(content);
    const earlier = this.#fingerprints.get(commandId);
    if (earlier !== undefined) return earlier === fingerprint;
    this.#fingerprints.set(commandId, fingerprint);
    return true;
  }

  /** For what was not carried out: its id is free again. */
  forget(commandId: string): void {
    this.#fingerprints.delete(commandId);
  }
}
