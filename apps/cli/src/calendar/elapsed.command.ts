import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { PROVISIONAL, usedText, type Elapsed } from './calendar.answers';
import { spanQuery, withSpanOptions, type SpanOptions } from './span.options';

export function describeElapsed(calendar: Command, terminal: Terminal): void {
  withSpanOptions(calendar.command('elapsed'))
    .description('Say how much open time lies between two moments.')
    .requiredOption('--end <time>', 'ISO 8601 with offset')
    .action(async (options: SpanOptions & { readonly end: string }, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const path = `/calendars/${encodeURIComponent(options.calendar)}/elapsed`;
      const elapsed = await api.get<Elapsed>(path, { ...spanQuery(options), end: options.end });
      if (options.json) return terminal.print(JSON.stringify(elapsed, undefined, 2));
      terminal.print(`${elapsed.seconds} s = ${durationText(elapsed.seconds)}`);
      terminal.note(terminal.colours.dim(`By ${usedText(elapsed)}`));
      if (elapsed.provisional) terminal.note(terminal.colours.dim(PROVISIONAL));
    });
}

/** In hours: a day of work is no day of 24. */
function durationText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min${rest === 0 ? '' : ` ${rest} s`}`;
}
