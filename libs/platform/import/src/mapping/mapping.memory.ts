import { digestOf } from '../values/stable.id';
import type { Memory } from './scope';

export interface MappingMemory extends Memory {
  /** Repeats are counted within a file. */
  readonly startFile: () => void;
}

/**
 * Grows with the number of different keys (about 100 bytes each), not with the number of rows. Keys are digests:
 * fresh short strings, where a slice of the file would keep a whole piece of it in memory.
 */
export function createMappingMemory(): MappingMemory {
  const lastValues = new Map<string, string>();
  const noted = new Map<string, string>();
  const counts = new Map<string, number>();
  const note = (site: string, key: string, value: string): string | undefined => {
    const digest = digestOf(site, key);
    const previous = noted.get(digest) ?? lastValues.get(digest);
    if (previous !== value) noted.set(digest, value);
    return previous;
  };
  return {
    isFirst: (site, key) => note(site, key, '') === undefined,
    isChanged: (site, key, value) => {
      const digest = digestOf(value);
      const previous = note(site, key, digest);
      return previous !== undefined && previous !== digest;
    },
    count: (site, key) => {
      const digest = digestOf(site, key);
      const count = (counts.get(digest) ?? 0) + 1;
      counts.set(digest, count);
      return count;
    },
    keep: () => {
      for (const [digest, value] of noted) lastValues.set(digest, value);
      noted.clear();
    },
    forget: () => noted.clear(),
    startFile: () => counts.clear(),
  };
}
