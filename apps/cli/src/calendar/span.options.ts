import type { Command } from 'commander';

export interface SpanOptions {
  readonly calendar: string;
  readonly start: string;
  readonly pause: readonly string[];
  readonly json?: boolean;
}

/** What deadlines and elapsed time have in common. */
export const withSpanOptions = (command: Command): Command =>
  command
    .requiredOption('--calendar <id>', 'calendar to count by')
    .requiredOption('--start <time>', 'ISO 8601 with offset')
    .option('--pause <start/end>', 'time that does not count; may be given again; `start/` still goes on', collect, [])
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON');

const collect = (pause: string, before: readonly string[]): readonly string[] => [...before, pause];

/** The question to the API. */
export const spanQuery = ({ start, pause }: SpanOptions) => ({
  start,
  pauses: pause.length > 0 ? pause.join(',') : undefined,
});
