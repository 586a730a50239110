import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LogBackup } from '@tenure/embedded-event-store';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { countsText } from './count.text';
import { logFolder } from './log.folder';

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

export function describeBackup(eventStore: Command, terminal: Terminal): void {
  eventStore
    .command('backup <folder>')
    .description('Copy the log into an empty folder, also while the platform runs, and read the copy to prove it.')
    .option('--data <folder>', 'folder of the log, where it is not that of the platform')
    .option('--json', 'print what was copied as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (target: string, { data, json }: Options, command: Command) => {
      const source = logFolder(settingsOf(command), data);
      const { backupEventLog } = await import('@tenure/embedded-event-store');
      const backup = await backupEventLog(source, resolve(target));
      if (json) terminal.print(JSON.stringify({ ...backup, end: `${backup.end}` }, undefined, 2));
      else for (const line of backupLines(backup)) terminal.print(line);
    });
}

const backupLines = (backup: LogBackup): readonly string[] => [
  `Copied to ${backup.target}: ${countsText(backup)}.`,
  `The copy was read and is sound up to position ${backup.end}. To restore it, stop the platform and put a copy of it`,
  `in the place of ${backup.source}.`,
];

const EXAMPLES = `
The copy holds every event that was acknowledged before the command began. One that was interrupted is marked, and no
node opens it.

Examples:
  $ tenure eventstore backup /backups/monday
  $ tenure eventstore backup --data .tenure/event-store /backups/monday --json`;
