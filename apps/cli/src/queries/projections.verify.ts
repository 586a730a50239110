import { randomInt } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { settingsOf } from '../command.settings';
import { EXIT_FAILED } from '../exit-code';
import type { Terminal } from '../terminal';
import { verificationJson, verificationLines } from './verification.text';

interface Options {
  readonly sample?: number;
  readonly seed?: number;
}

const LARGEST_SEED = 2 ** 31;

export function describeVerify(projections: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  projections
    .command('verify <name>')
    .description('Compare the rows of a read model with the events; it goes on being written meanwhile.')
    .option('--sample <rows>', 'compare only so many rows, chosen at random', wholeNumber)
    .option('--seed <number>', 'choose the same rows as a run before, which printed it', wholeNumber)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .action(async (name: string, { sample, seed }: Options, command: Command) => {
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      const chosen = sample === undefined ? undefined : { size: sample, seed: seed ?? randomInt(LARGEST_SEED) };
      const { runVerification } = await import('./verification.run.js');
      const verification = await runVerification(settingsOf(command), name, chosen, terminal);
      if (json) terminal.print(verificationJson(verification));
      else for (const line of verificationLines(verification, terminal.colours)) terminal.print(line);
      if (!verification.isComplete) exitWith(EXIT_FAILED);
    });
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

const HELP = `
Reads the events itself and folds them anew, so it needs the servers and not only the API: those of the settings
EVENTSTORE_URL and DATABASE_URL, or those that run on the data folder. Exits with 1 where a row differs.

Examples:
  $ tenure projections verify customer-overview
  $ tenure projections verify customer-timeline --sample 1000 --json`;
