import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { shown } from './answer.text';

interface Options {
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

interface Page {
  readonly items: readonly Fields[];
  readonly next?: string;
}

export function describeCustomers(program: Command, terminal: Terminal): void {
  program
    .command('customers [customer-id]')
    .description('List customers, or show one.')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (customerId: string | undefined, options: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      if (customerId === undefined) {
        const { limit, cursor } = options;
        printPage(await api.get<Page>('/customers', { limit, cursor }), options, terminal);
      } else {
        printOne(await api.get<Fields>(`/customers/${encodeURIComponent(customerId)}`), options, terminal);
      }
    });
}

function printPage(page: Page, { json }: Options, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(page, undefined, 2));
  const titles = [...new Set(page.items.flatMap((item) => Object.keys(item).filter((key) => isPlain(item[key]))))];
  const columns = titles.map((title) => ({ title, value: (item: Fields) => shown(item[title]) }));
  for (const line of textTable(columns, page.items)) terminal.print(line);
  if (page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

function printOne(customer: Fields, { json }: Options, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(customer, undefined, 2));
  const columns = [
    { title: 'FIELD', value: ([name]: [string, unknown]) => name },
    { title: 'VALUE', value: ([, value]: [string, unknown]) => shown(value) },
  ];
  for (const line of textTable(columns, Object.entries(customer))) terminal.print(line);
}

const isPlain = (value: unknown): boolean => typeof value !== 'object';

const EXAMPLES = `
Examples:
  $ tenure customers --limit 10
  $ tenure customers 17850 --json`;
