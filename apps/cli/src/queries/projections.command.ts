import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { readProjections, type ProjectionStatus } from './projections.query';

export function describeProjections(program: Command, terminal: Terminal): void {
  const projections = program
    .command('projections')
    .description('Show how far the read models are, or rebuild one from the events.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json = false }: { json?: boolean }, command: Command) => {
      const statuses = await readProjections(await connectApi(settingsOf(command)));
      if (json) terminal.print(JSON.stringify(statuses, undefined, 2));
      else for (const line of textTable(COLUMNS, statuses)) terminal.print(line);
    });
  projections
    .command('rebuild <name>')
    .description('Build a read model anew from the first event on; the one that is there answers until it is done.')
    .option('--json', 'print the answer as JSON')
    .action(async (name: string, _options: object, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const answer = await api.post<object>(`/projections/${encodeURIComponent(name)}/rebuild`);
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      terminal.print(
        json
          ? JSON.stringify(answer, undefined, 2)
          : `${name} is being rebuilt; \`tenure projections\` shows how far it is.`,
      );
    });
}

const COLUMNS = [
  { title: 'PROJECTION', value: ({ name }: ProjectionStatus) => name },
  { title: 'POSITION', value: ({ position }: ProjectionStatus) => position ?? '–', alignRight: true },
  { title: 'EVENTS BEHIND', value: ({ lagEvents }: ProjectionStatus) => `${lagEvents}`, alignRight: true },
  { title: 'SECONDS BEHIND', value: ({ lagSeconds }: ProjectionStatus) => lagSeconds.toFixed(1), alignRight: true },
];

const EXAMPLES = `
Examples:
  $ tenure projections
  $ tenure projections rebuild customer-overview`;
