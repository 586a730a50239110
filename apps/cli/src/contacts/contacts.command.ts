import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { shown } from '../queries/answer.text';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';

interface Options {
  readonly status: string;
  readonly kind?: string;
  readonly tier?: string;
  readonly dueBefore?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

const STATUSES = ['open', 'done', 'missed', 'dropped', 'all'];
const KINDS = ['visit', 'call', 'training', 'report'];

export function describeContacts(program: Command, terminal: Terminal): void {
  program
    .command('contacts [customer-id]')
    .description('Show planned visits, calls, training and reports: what is to be done, or what was done or missed.')
    .addOption(new Option('--status <status>', 'what became of them').choices(STATUSES).default('open'))
    .addOption(new Option('--kind <kind>', 'only those of a kind').choices(KINDS))
    .option('--tier <tier>', 'only those planned for a tier')
    .option('--due-before <time>', 'only those due by a time, such as 2026-12-01T00:00:00+08:00')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (customerId: string | undefined, options: Options, command: Command) => {
      const { status, kind, tier, dueBefore, limit, cursor, json } = options;
      const api = await connectApi(settingsOf(command));
      const filter = { customerId, kind, tier, dueBefore, limit, cursor, ...(status !== 'all' && { status }) };
      const page = await api.get<Page<Contact>>('/contact-plan', filter);
      if (json) return terminal.print(JSON.stringify(page, undefined, 2));
      for (const line of textTable(COLUMNS, page.items)) terminal.print(line);
      if (page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
    });
}

interface Contact {
  readonly contactId: string;
  readonly customerId: string;
  readonly tier: string;
  readonly dueBy: string;
  readonly status: string;
  readonly doneBy: string | null;
  readonly doneAt: string | null;
}

const COLUMNS = [
  { title: 'DUE BY', value: ({ dueBy }: Contact) => dueBy },
  { title: 'CUSTOMER', value: ({ customerId }: Contact) => shown(customerId) },
  { title: 'TIER', value: ({ tier }: Contact) => shown(tier) },
  { title: 'CONTACT', value: ({ contactId }: Contact) => shown(contactId) },
  { title: 'STATUS', value: ({ status }: Contact) => status },
  { title: 'BY', value: ({ doneBy }: Contact) => shown(doneBy) },
  { title: 'DONE', value: ({ doneAt }: Contact) => shown(doneAt) },
];

const EXAMPLES = `
Examples:
  $ tenure contacts --kind visit --due-before 2026-12-31T16:00:00Z
  $ tenure contacts 12347 --status all`;
