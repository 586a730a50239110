import type { Command } from 'commander';
import { settingsOf } from '../command.settings';
import { EXIT_FAILED } from '../exit-code';
import type { Terminal } from '../terminal';
import { logFolder } from './log.folder';
import { verificationLines } from './verification.text';

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

export function describeVerify(eventStore: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  eventStore
    .command('verify')
    .description('Read the whole log and say what was checked, or what is damaged and where. Changes nothing.')
    .option('--data <folder>', 'folder of the log, where it is not that of the platform')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ data, json }: Options, command: Command) => {
      const folder = logFolder(settingsOf(command), data);
      const { verifyEventLog } = await import('@tenure/embedded-event-store');
      const found = await verifyEventLog(folder);
      const isSound = found.damages.length === 0;
      if (json) terminal.print(JSON.stringify({ isSound, ...found, end: `${found.end}` }, undefined, 2));
      else for (const line of verificationLines(found, terminal)) terminal.print(line);
      if (!isSound) exitWith(EXIT_FAILED);
    });
}

const EXAMPLES = `
Beside a running node it reads what the node has acknowledged. Exits with 1 where something is damaged.

Examples:
  $ tenure eventstore verify
  $ tenure eventstore verify --data /backups/monday --json`;
