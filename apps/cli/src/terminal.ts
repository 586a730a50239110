import { createColors } from 'picocolors';

type Colours = ReturnType<typeof createColors>;

/** Where a command writes: results to `print`, everything else to `note`. */
export interface Terminal {
  readonly colours: Colours;
  /** Whether a person watches notes as they come. */
  readonly isWatched: boolean;
  print(line: string): void;
  note(line: string): void;
  /** Replaces the last rewritten line, where somebody watches. */
  rewrite(line: string): void;
}

/** Colours only where a terminal shows them and nobody asked for none (https://no-color.org). */
export function processTerminal({ stdout, stderr, env } = process): Terminal {
  // What reads our output may have gone, as `head` does; that is no failure of ours.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    colours: createColors(stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'),
    isWatched: stderr.isTTY === true,
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    rewrite: (line) => void (stderr.isTTY && stderr.write(`\r\u001b[K${line}`)),
  };
}
