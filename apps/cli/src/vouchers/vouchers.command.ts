import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import { fieldLines } from '../queries/field.text';
import type { Page } from '../queries/page.reader';
import { saveTables, withTableFiles, type TableFileOptions } from '../standards/table.file';
import type { Terminal } from '../terminal';
import type { Voucher, VoucherTotals } from './vouchers.answers';
import { describeVoucherSteps } from './vouchers.steps';
import { totalLines, voucherLines } from './vouchers.text';

interface Filter {
  readonly status?: string;
  readonly customer?: string;
  readonly code?: string;
  readonly issuedBy?: string;
  readonly issuedFrom?: string;
  readonly issuedUntil?: string;
}

interface Options extends Filter, TableFileOptions {
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

const STATUSES = ['open', 'redeemed', 'expired', 'withdrawn'];

export function describeVouchers(program: Command, terminal: Terminal): void {
  const vouchers = program
    .command('vouchers')
    .description('Show the ledger of vouchers; issue, redeem and withdraw them.')
    .addOption(new Option('--status <status>', 'what became of them').choices(STATUSES))
    .option('--customer <id>', 'only those of a customer')
    .option('--code <code>', 'the one with a code')
    .option('--issued-by <id>', 'only those of a person, or of journey:<id>')
    .option('--issued-from <time>', 'only those issued at a time or later')
    .option('--issued-until <time>', 'only those issued before a time')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  withTableFiles(vouchers);
  vouchers
    .command('totals')
    .description('How much was issued, and what became of it: issued = open + redeemed + expired + withdrawn.')
    .action((_options: unknown, command: Command) => total(command, terminal));
  vouchers
    .command('show <voucher-id>')
    .description('All that is known of a voucher.')
    .action((voucherId: string, _options: unknown, command: Command) => show(voucherId, command, terminal));
  describeVoucherSteps(vouchers, terminal);
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { limit, cursor, json } = options;
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, '/vouchers/table', filterOf(options), options, terminal)) return;
  const page = await api.get<Page<Voucher>>('/vouchers', { ...filterOf(options), limit, cursor });
  printed(terminal, json, page, ({ items }) => voucherLines(items));
  if (!json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

async function total(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const totals = await api.get<readonly VoucherTotals[]>('/vouchers/totals', filterOf(options));
  printed(terminal, options.json, totals, totalLines);
}

async function show(voucherId: string, command: Command, terminal: Terminal): Promise<void> {
  const { json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const voucher = await api.get<Voucher>(`/vouchers/${encodeURIComponent(voucherId)}`);
  printed(terminal, json, voucher, fieldLines);
}

const filterOf = ({ status, customer: customerId, code, issuedBy, issuedFrom, issuedUntil }: Filter) => ({
  status,
  customerId,
  code,
  issuedBy,
  issuedFrom,
  issuedUntil,
});

const EXAMPLES = `
Examples:
  $ tenure vouchers --status open --customer 12347
  $ tenure vouchers totals --issued-by journey:journey-churn-warning
  $ tenure vouchers issue 12347 --percent 10 --until 2027-01-01T00:00:00+08:00 --for "spring fair" --by anna
  $ tenure vouchers redeem 7Q2M-9KXD-40ZP-HT6W --shown-by 12347 --purchase 581587 --worth 450 --currency GBP --total 4500 --by anna
  $ tenure vouchers --csv vouchers.csv`;
