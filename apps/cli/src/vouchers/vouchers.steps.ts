import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { connectApi, type ApiClient } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import type { Voucher } from './vouchers.answers';

interface Written {
  readonly position: string;
}

interface IssueOptions {
  readonly percent?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly until: string;
  readonly for: string;
  readonly id?: string;
  readonly by: string;
  readonly json?: boolean;
}

interface RedeemOptions {
  readonly shownBy: string;
  readonly purchase: string;
  readonly worth: number;
  readonly currency: string;
  readonly total?: number;
  readonly by: string;
  readonly json?: boolean;
}

interface WithdrawOptions {
  readonly reason: string;
  readonly by: string;
  readonly json?: boolean;
}

/** What is done to a voucher, each with its author. */
export function describeVoucherSteps(vouchers: Command, terminal: Terminal): void {
  vouchers
    .command('issue <customer-id>')
    .description('Issue a voucher, in percent or over an amount, and show its code.')
    .option('--percent <number>', 'what it takes off a purchase', whole)
    .option('--amount <minor>', 'what it is worth, in minor units such as 分', whole)
    .option('--currency <code>', 'of the amount')
    .requiredOption('--until <time>', 'not redeemed then any more, such as 2027-01-01T00:00:00+08:00')
    .requiredOption('--for <text>', 'what it is issued for')
    .option('--id <voucher-id>', 'of your own choice, so that a repetition is known as one')
    .requiredOption('--by <person>', 'who does it')
    .action((customerId: string, _options: unknown, command: Command) => issue(customerId, command, terminal));
  vouchers
    .command('redeem <code>')
    .description('Take a voucher off a purchase, once.')
    .requiredOption('--shown-by <customer-id>', 'whose it is')
    .requiredOption('--purchase <id>', 'what it is for')
    .requiredOption('--worth <minor>', 'what it takes off, in minor units such as 分', whole)
    .requiredOption('--currency <code>', 'of what it takes off')
    .option('--total <minor>', 'of the purchase before; needed where the voucher is in percent', whole)
    .requiredOption('--by <person>', 'who does it')
    .action((code: string, _options: unknown, command: Command) => redeem(code, command, terminal));
  vouchers
    .command('withdraw <voucher-id>')
    .description('Take back a voucher that is open.')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--by <person>', 'who does it')
    .action((voucherId: string, _options: unknown, command: Command) => withdraw(voucherId, command, terminal));
}

async function issue(customerId: string, command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<IssueOptions>();
  const { percent, amount: amountMinor, currency, until: validUntil, for: cause, id, by, json } = options;
  const voucherId = id ?? randomUUID();
  const value = percent === undefined ? { amountMinor, currency } : { percent, amountMinor, currency };
  const api = await connectApi(settingsOf(command));
  const { position } = await write(api, '/vouchers', { voucherId, customerId, value, validUntil, cause, by });
  const voucher = await api.get<Voucher>(pathOf(voucherId), { waitFor: position });
  printed(terminal, json, voucher, ({ code }) => [`Voucher ${voucherId} with the code ${code}.`]);
}

async function redeem(code: string, command: Command, terminal: Terminal): Promise<void> {
  const { shownBy: customerId, purchase: purchaseId, by, json, ...money } = command.optsWithGlobals<RedeemOptions>();
  const { worth: amountMinor, currency, total } = money;
  const api = await connectApi(settingsOf(command));
  const { items } = await api.get<Page<Voucher>>('/vouchers', { code });
  const [voucher] = items;
  if (!voucher) throw new CliFailure(`No voucher has the code ${code}`);
  const purchaseTotal = total === undefined ? undefined : { amountMinor: total, currency };
  const redemption = { code, customerId, purchaseId, worth: { amountMinor, currency }, purchaseTotal, by };
  const answer = await write(api, `${pathOf(voucher.voucherId)}/redemption`, redemption);
  printed(terminal, json, answer, () => [`Voucher ${voucher.voucherId} is redeemed for ${purchaseId}.`]);
}

async function withdraw(voucherId: string, command: Command, terminal: Terminal): Promise<void> {
  const { reason, by, json } = command.optsWithGlobals<WithdrawOptions>();
  const api = await connectApi(settingsOf(command));
  const answer = await write(api, `${pathOf(voucherId)}/withdrawal`, { reason, by });
  printed(terminal, json, answer, () => [`Voucher ${voucherId} is withdrawn.`]);
}

const write = (api: ApiClient, path: string, body: object): Promise<Written> =>
  api.post<Written>(path, JSON.stringify(body));

const pathOf = (voucherId: string): string => `/vouchers/${encodeURIComponent(voucherId)}`;

function whole(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number, such as 4500.');
}
