import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { moneyShown, shown } from './answer.text';
import { describeCustomerSteps } from './customers.steps';
import { fieldLines } from './field.text';
import type { Page } from './page.reader';

interface Options {
  readonly limit: string;
  readonly cursor?: string;
  readonly tier?: string;
  readonly country?: string;
  readonly mergedInto?: string;
  readonly withoutMerged?: boolean;
  readonly json?: boolean;
}

export function describeCustomers(program: Command, terminal: Terminal): void {
  const customers = program
    .command('customers [customer-id]')
    .description('List customers, or show one; merge duplicates, and note consent.')
    .option('--tier <tier>', 'only those of a tier')
    .option('--country <country>', 'only those of a country')
    .option('--merged-into <customer-id>', 'only the duplicates of a customer')
    .option('--without-merged', 'leave duplicates that were merged out')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (customerId: string | undefined, options: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      if (customerId === undefined) {
        const { limit, cursor, tier, country, mergedInto, withoutMerged, json } = options;
        const filter = { tier, country, mergedInto, ...(withoutMerged && { merged: 'without' }) };
        printPage(await api.get('/customers', { limit, cursor, ...filter }), json ?? false, terminal);
      } else {
        const customer = await api.get<object>(`/customers/${encodeURIComponent(customerId)}`);
        const lines = options.json ? [JSON.stringify(customer, undefined, 2)] : fieldLines(customer);
        for (const line of lines) terminal.print(line);
      }
    });
  describeCustomerSteps(customers, terminal);
}

interface Customer {
  readonly customerId: string;
  readonly name: string | null;
  readonly country: string | null;
  readonly tier: string | null;
  readonly purchases: number;
  readonly returns: number;
  readonly currency: string | null;
  readonly totalSpendMinor: number;
  readonly openComplaints: number;
  readonly lastActivityAt: string | null;
  readonly mergedInto: string | null;
}

function printPage(page: Page<Customer>, json: boolean, terminal: Terminal): void {
  if (json) return terminal.print(JSON.stringify(page, undefined, 2));
  for (const line of textTable(COLUMNS, page.items)) terminal.print(line);
  if (page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

const COLUMNS = [
  { title: 'CUSTOMER', value: ({ customerId }: Customer) => shown(customerId) },
  { title: 'NAME', value: ({ name }: Customer) => shown(name) },
  { title: 'COUNTRY', value: ({ country }: Customer) => shown(country) },
  { title: 'TIER', value: ({ tier }: Customer) => shown(tier) },
  { title: 'PURCHASES', value: ({ purchases }: Customer) => `${purchases}`, alignRight: true },
  { title: 'RETURNS', value: ({ returns }: Customer) => `${returns}`, alignRight: true },
  {
    title: 'SPEND',
    value: ({ currency, totalSpendMinor }: Customer) => moneyShown(totalSpendMinor, currency),
    alignRight: true,
  },
  { title: 'OPEN COMPLAINTS', value: ({ openComplaints }: Customer) => `${openComplaints}`, alignRight: true },
  { title: 'LAST ACTIVITY', value: ({ lastActivityAt }: Customer) => shown(lastActivityAt?.slice(0, 10)) },
  { title: 'MERGED INTO', value: ({ mergedInto }: Customer) => shown(mergedInto) },
];

const EXAMPLES = `
Examples:
  $ tenure customers --tier A --limit 10
  $ tenure customers 12347 --json
  $ tenure customers merge 12347-b 12347 --reason "the same company" --by anna`;
