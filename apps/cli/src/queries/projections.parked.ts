import { userInfo } from 'node:os';
import type { ParkedSequence } from '@tenure/projections';
import type { Command } from 'commander';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import { EXIT_FAILED } from '../exit-code';
import type { Terminal } from '../terminal';
import type { ParkedDatabase } from './projections.parked.database';
import { detailLines, parkedJson, parkedLines } from './projections.parked.text';

export function describeParked(projections: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  const parked = projections
    .command('parked')
    .description('List events that a read model could not fold, which hold up their customer there and nobody else.')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', HELP)
    .action(async (_options: object, command: Command) => {
      const all = await onDatabase(command, ({ list }) => list());
      if (isJson(command)) terminal.print(parkedJson(all));
      else for (const line of parkedLines(all)) terminal.print(line);
    });
  parked
    .command('show <projection> <sequence>')
    .description('Show one with its event: the data as it is stored, and all of the error.')
    .option('--json', 'print the answer as JSON')
    .action(async (projection: string, sequence: string, _options: object, command: Command) => {
      const details = await onDatabase(command, ({ read }) => read(projection, sequence));
      if (isJson(command)) terminal.print(parkedJson(details));
      else for (const line of detailLines(details)) terminal.print(line);
    });
  describeRetry(parked, terminal, exitWith);
  describeSkip(parked, terminal, exitWith);
}

function describeRetry(parked: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  parked
    .command('retry <projection> [sequence]')
    .description('Fold the event again, and then all that waits behind it.')
    .option('--all', 'every sequence that the projection has parked')
    .option('--by <name>', 'who asks for it', userInfo().username)
    .option('--json', 'print what is still parked as JSON')
    .action(async (projection: string, sequence: string | undefined, { all, by }: RetryOptions, command: Command) => {
      if ((sequence === undefined) !== (all === true)) throw new CliFailure('Name one sequence, or give --all');
      const left = await onDatabase(command, async (database) => {
        await database.retry(projection, sequence, by);
        return answerOf(database, projection, sequence);
      });
      report(left, command, terminal, exitWith);
    });
}

interface RetryOptions {
  readonly all?: true;
  readonly by: string;
}

function describeSkip(parked: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  parked
    .command('skip <projection> <sequence>')
    .description('Leave the event out for ever, and fold all that waits behind it. Who, when and why is kept.')
    .requiredOption('--reason <text>', 'why it may be left out')
    .option('--by <name>', 'who answers for it', userInfo().username)
    .option('--json', 'print what is still parked as JSON')
    .action(async (projection: string, sequence: string, why: { by: string; reason: string }, command: Command) => {
      const left = await onDatabase(command, async (database) => {
        await database.skip(projection, sequence, { by: why.by, reason: why.reason });
        return answerOf(database, projection, sequence);
      });
      report(left, command, terminal, exitWith);
    });
}

function report(
  left: readonly ParkedSequence[],
  command: Command,
  terminal: Terminal,
  exitWith: (code: number) => void,
) {
  if (isJson(command)) terminal.print(parkedJson(left));
  else if (left.length === 0) terminal.print('Done: nothing of it is parked any more.');
  else for (const line of parkedLines(left)) terminal.print(line);
  if (left.length > 0) exitWith(EXIT_FAILED);
}

const isJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true;

/** Loaded when it is needed: what PostgreSQL takes to load, other commands need not wait for. */
const databaseModule = () => import('./projections.parked.database.js');

async function onDatabase<T>(command: Command, work: (database: ParkedDatabase) => Promise<T>): Promise<T> {
  const { withParkedDatabase } = await databaseModule();
  return withParkedDatabase(settingsOf(command), work);
}

async function answerOf(database: ParkedDatabase, projection: string, sequence: string | undefined) {
  const { untilAnswered } = await databaseModule();
  return untilAnswered(database, projection, sequence);
}

const HELP = `
A sequence is a customer, or the stream of events that are about none. What is asked for is done by the projector that
runs, within a second or two, or by the next one; retry and skip wait ten seconds for it and exit with 1 where
something is parked still.

Examples:
  $ tenure projections parked
  $ tenure projections parked show customer-overview 17850
  $ tenure projections parked retry customer-overview --all
  $ tenure projections parked skip customer-overview 17850 --reason "test payment, see ticket 4711"`;
