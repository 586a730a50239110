import type { Command } from 'commander';
import { connectApi, type ApiClient } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { shown } from './answer.text';
import { fieldLines } from './field.text';
import { readPages } from './page.reader';

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
    .action(async (customerId: string, { asOf, json = false }: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const path = `/customers/${encodeURIComponent(customerId)}`;
      if (asOf === undefined) return printHistory(await readHistory(api, path), json, terminal);
      const state = await api.get<object>(path, { asOf });
      for (const line of json ? [JSON.stringify(state, undefined, 2)] : fieldLines(state)) terminal.print(line);
    });
}

interface HistoryEvent {
  readonly type: string;
  readonly position: string;
  readonly stream: string;
  readonly metadata: { readonly occurredAt: string; readonly actor: string };
}

async function readHistory(api: ApiClient, path: string): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const items of readPages<HistoryEvent>(api, `${path}/history`)) events.push(...items);
  return events;
}

function printHistory(events: readonly HistoryEvent[], json: boolean, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(events, undefined, 2));
  for (const line of textTable(COLUMNS, events)) terminal.print(line);
}

const COLUMNS = [
  { title: 'OCCURRED AT', value: ({ metadata }: HistoryEvent) => shown(metadata.occurredAt) },
  { title: 'EVENT', value: ({ type }: HistoryEvent) => type },
  { title: 'STREAM', value: ({ stream }: HistoryEvent) => shown(stream) },
  { title: 'BY', value: ({ metadata }: HistoryEvent) => shown(metadata.actor) },
  { title: 'POSITION', value: ({ position }: HistoryEvent) => position, alignRight: true },
];

const EXAMPLES = `
Examples:
  $ tenure history 12347
  $ tenure history 12347 --as-of 2011-06-01T00:00:00Z`;
