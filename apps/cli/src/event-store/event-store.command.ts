import type { Command } from 'commander';
import type { Terminal } from '../terminal';
import { describeBackup } from './backup.command';
import { describeVerify } from './verify.command';

export function describeEventStore(program: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  const eventStore = program
    .command('eventstore')
    .description('Verify or back up the log of the embedded event store.')
    .addHelpText('after', EXAMPLES);
  describeVerify(eventStore, terminal, exitWith);
  describeBackup(eventStore, terminal);
}

const EXAMPLES = `
Examples:
  $ tenure eventstore verify
  $ tenure eventstore backup /backups/monday`;
