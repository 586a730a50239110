import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { shown } from './answer.text';

interface Options {
  readonly asOf?: string;
  readonly json?: boolean;
}

export function describeHistory(program: Command, terminal: Terminal): void {
  program
    .command('history <customer-id>')
    .description('Show every event of a customer, or the customer as of a moment.')
    .option('--as-of <moment>', 'ISO 8601 with offset, such as 2011-06-01T00:00:00Z')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (customerId: string, options: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const path = `/customers/${encodeURIComponent(customerId)}`;
      if (options.asOf === undefined) printHistory(await api.get<History>(`${path}/history`), options, terminal);
      else printState(await api.get<object>(path, { asOf: options.asOf }), options, terminal);
    });
}

interface HistoryEvent {
  readonly type: string;
  readonly position: string;
  readonly stream: string;
  readonly data: unknown;
  readonly metadata: { readonly occurredAt: string };
}

interface History {
  readonly items: readonly HistoryEvent[];
}

function printHistory(history: History, { json }: Options, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(history, undefined, 2));
  for (const line of textTable(COLUMNS, history.items)) terminal.print(line);
}

function printState(state: object, { json }: Options, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(state, undefined, 2));
  const columns = [
    { title: 'FIELD', value: ([name]: [string, unknown]) => name },
    { title: 'VALUE', value: ([, value]: [string, unknown]) => shown(value) },
  ];
  for (const line of textTable(columns, Object.entries(state))) terminal.print(line);
}

const COLUMNS = [
  { title: 'OCCURRED AT', value: ({ metadata }: HistoryEvent) => metadata.occurredAt },
  { title: 'EVENT', value: ({ type }: HistoryEvent) => type },
  { title: 'STREAM', value: ({ stream }: HistoryEvent) => shown(stream) },
  { title: 'POSITION', value: ({ position }: HistoryEvent) => position, alignRight: true },
];

const EXAMPLES = `
Examples:
  $ tenure history 17850
  $ tenure history 17850 --as-of 2011-06-01T00:00:00Z`;
