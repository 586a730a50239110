import type { Command } from 'commander';
import type { Terminal } from '../terminal';
import { describeDeadline } from './deadline.command';
import { describeElapsed } from './elapsed.command';
import { describePublishHolidays } from './publish-holidays.command';
import { describeShow } from './show.command';

export function describeCalendar(program: Command, terminal: Terminal): void {
  const calendar = program
    .command('calendar')
    .description('When work is done: open days, deadlines, elapsed time, public holidays.')
    .addHelpText('after', EXAMPLES);
  describeShow(calendar, terminal);
  describeDeadline(calendar, terminal);
  describeElapsed(calendar, terminal);
  describePublishHolidays(calendar, terminal);
}

const EXAMPLES = `
Examples:
  $ tenure calendar show
  $ tenure calendar show calendar-working-cn --month 2026-10
  $ tenure calendar deadline --calendar calendar-working-cn --start 2026-09-30T17:00:00+08:00 --minutes 120
  $ tenure calendar publish-holidays 2027.json --by anna`;
