import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { PROVISIONAL, usedText, type Deadline } from './calendar.answers';
import { spanQuery, withSpanOptions, type SpanOptions } from './span.options';

export function describeDeadline(calendar: Command, terminal: Terminal): void {
  withSpanOptions(calendar.command('deadline'))
    .description('Say when something is due that may take so many open minutes.')
    .requiredOption('--minutes <number>', 'open minutes it may take')
    .action(async (options: SpanOptions & { readonly minutes: string }, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const path = `/calendars/${encodeURIComponent(options.calendar)}/deadline`;
      const due = await api.get<Deadline>(path, { ...spanQuery(options), minutes: options.minutes });
      if (options.json) return terminal.print(JSON.stringify(due, undefined, 2));
      terminal.print(due.dueAt ?? 'not known while the pause goes on');
      terminal.note(terminal.colours.dim(`By ${usedText(due)}`));
      if (due.provisional) terminal.note(terminal.colours.dim(PROVISIONAL));
    });
}
