import { createColors } from 'picocolors';
import type { Terminal } from '../terminal';

export interface MemoryTerminal extends Terminal {
  readonly printed: string[];
  readonly noted: string[];
}

/** Keeps what a command writes; nobody watches and nothing is coloured. */
export function memoryTerminal(): MemoryTerminal {
  const printed: string[] = [];
  const noted: string[] = [];
  return {
    printed,
    noted,
    colours: createColors(false),
    isWatched: false,
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
    rewrite: () => undefined,
  };
}
