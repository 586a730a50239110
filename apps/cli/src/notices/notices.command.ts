import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { shown } from '../queries/answer.text';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';

interface Options {
  readonly recipient?: string;
  readonly case?: string;
  readonly customer?: string;
  readonly customers?: boolean;
  readonly unread?: boolean;
  readonly limit?: string;
  readonly json?: boolean;
}

export function describeNotices(program: Command, terminal: Terminal): void {
  program
    .command('notices')
    .description('Show what people were told, the newest first, and how it got there.')
    .option('--recipient <id>', 'only what this person was told')
    .option('--case <id>', 'only what is about a case')
    .option('--customer <id>', 'only what is about a customer')
    .option('--customers', 'what was written to customers, in place of what people were told')
    .option('--unread', 'only what was not read yet')
    .option('--limit <number>', 'how many at the most (50 unless given)')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExamples:\n  $ tenure notices --recipient service-lead --unread')
    .action(async (options: Options, command: Command) => {
      const { recipient, case: caseId, customer: customerId, customers, unread, limit, json } = options;
      const api = await connectApi(settingsOf(command));
      const to = customers ? 'customers' : undefined;
      const query = { recipient, caseId, customerId, to, limit, ...(unread && { unread: 'only' }) };
      const page = await api.get<NoticePage>('/notices', query);
      if (json) return terminal.print(JSON.stringify(page, undefined, 2));
      for (const line of textTable(COLUMNS, page.items)) terminal.print(line);
      terminal.note(
        terminal.colours.dim(`${page.unread} not read yet${page.next === undefined ? '' : '; there are more'}`),
      );
    });
}

interface Delivery {
  readonly channel: string;
  readonly status: string;
  readonly attempts: number;
}

interface Notice {
  readonly recipient: string;
  readonly issuedAt: string;
  readonly readAt: string | null;
  readonly texts: readonly { readonly subject: string }[];
  readonly deliveries: readonly Delivery[];
}

interface NoticePage {
  readonly items: readonly Notice[];
  readonly unread: number;
  readonly next?: string;
}

const COLUMNS = [
  { title: 'ISSUED', value: ({ issuedAt }: Notice) => issuedAt },
  { title: 'FOR', value: ({ recipient }: Notice) => recipient },
  { title: 'READ', value: ({ readAt }: Notice) => (readAt === null ? 'no' : 'yes') },
  { title: 'SENT', value: ({ deliveries }: Notice) => deliveries.map(deliveryText).join(', ') },
  { title: 'SUBJECT', value: ({ texts }: Notice) => shown(texts.map(({ subject }) => subject).join(' / ')) },
];

const deliveryText = ({ channel, status, attempts }: Delivery): string =>
  status === 'delivered' ? channel : `${channel} ${status} after ${attempts}`;
