import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { behaviourLines, type Behaviour } from './behaviour.text';

interface Options {
  readonly at?: string;
  readonly json?: boolean;
}

export function describeBehaviour(program: Command, terminal: Terminal): void {
  program
    .command('behaviour <customer-id>')
    .description('Show how a customer behaves: 7, 30 and 180 days side by side, contracts, and the facts to judge by.')
    .option('--at <moment>', 'as of a moment, such as 2011-06-01T00:00:00Z; in the future: if nothing else happens')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (customerId: string, { at, json }: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const found = await api.get<Behaviour>(`/customers/${encodeURIComponent(customerId)}/behaviour`, { at });
      for (const line of json ? [JSON.stringify(found, undefined, 2)] : behaviourLines(found)) terminal.print(line);
    });
}

const EXAMPLES = `
Examples:
  $ tenure behaviour 12347
  $ tenure behaviour 12347 --at 2011-06-01T00:00:00Z --json`;
