import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { shown } from './answer.text';
import { rebuildProjection } from './projection.rebuild';
import { describeParked } from './projections.parked';
import { describeVerify } from './projections.verify';
import { readProjections, type ProjectionStatus } from './projections.query';

interface Options {
  readonly json?: boolean;
}

export function describeProjections(program: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  const projections = program
    .command('projections')
    .description('Show how far the read models are, rebuild one from the events, or compare one with them.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json }: Options, command: Command) => {
      const statuses = await readProjections(await connectApi(settingsOf(command)));
      if (json) terminal.print(JSON.stringify(statuses, undefined, 2));
      else for (const line of statusLines(statuses, terminal)) terminal.print(line);
    });
  projections
    .command('rebuild <name>')
    .description('Build a read model anew from the first event on; the rows that are there serve until it is done.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .option('--resume', 'go on where a rebuild was broken off, where nothing but that has happened since')
    .addHelpText('after', '\nExamples:\n  $ tenure projections rebuild customer-overview')
    .action(async (name: string, { resume = false }: { resume?: boolean }, command: Command) => {
      const rebuilt = await rebuildProjection(await connectApi(settingsOf(command)), name, resume, terminal);
      const { json } = command.optsWithGlobals<Options>();
      terminal.print(
        json ? JSON.stringify(rebuilt, undefined, 2) : `${name} is rebuilt up to position ${rebuilt.position}.`,
      );
    });
  describeVerify(projections, terminal, exitWith);
  describeParked(projections, terminal, exitWith);
}

function statusLines(statuses: readonly ProjectionStatus[], { colours }: Terminal): readonly string[] {
  const failures = statuses.flatMap(({ name, failure }) =>
    failure ? [colours.red(`${name} does not go on since ${failure.since}: ${shown(failure.message)}`)] : [],
  );
  const parked = statuses.flatMap(({ name, parked, oldestParkedAt }) =>
    parked ? [colours.yellow(`${name} has ${parked} parked since ${oldestParkedAt}: tenure projections parked`)] : [],
  );
  return [...textTable(COLUMNS, statuses), ...failures, ...parked];
}

const COLUMNS = [
  { title: 'PROJECTION', value: ({ name }: ProjectionStatus) => name },
  { title: 'POSITION', value: ({ position }: ProjectionStatus) => shown(position), alignRight: true },
  { title: 'EVENTS BEHIND', value: ({ lagEvents }: ProjectionStatus) => shown(lagEvents), alignRight: true },
  { title: 'SECONDS BEHIND', value: ({ lagSeconds }: ProjectionStatus) => shown(lagSeconds), alignRight: true },
  { title: 'PARKED', value: ({ parked }: ProjectionStatus) => shown(parked), alignRight: true },
  { title: 'STATE', value: stateOf },
];

function stateOf({ rebuild, failure }: ProjectionStatus): string {
  if (rebuild) return `being rebuilt, ${rebuild.events} events so far`;
  return failure ? 'failing' : 'running';
}

const EXAMPLES = `
Examples:
  $ tenure projections
  $ tenure projections rebuild customer-overview
  $ tenure projections verify customer-overview --sample 500`;
