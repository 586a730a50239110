import type { CommandContext, Outcome } from '@tenure/kernel';
import { withConnection } from '@tenure/postgres';
import { ExpireVoucher, type IssuePromisedVoucher } from '@tenure/voucher-contract';
import type { DataSource } from 'typeorm';
import { voucherDues, type DueVoucher } from './voucher.dues';

/** Puts a command on the bus; resolves once its outcome is durable. */
export type SendVoucherCommand = (
  command: IssuePromisedVoucher | ExpireVoucher,
  context: CommandContext,
) => Promise<Outcome>;

export interface VoucherExpiryParts {
  readonly dataSource: DataSource;
  readonly send: SendVoucherCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, voucherId: string) => void;
  /** After how long a voucher that could not be noted as expired is tried again. */
  readonly retryMs: number;
}

/** Has vouchers expire that are at their end. What was sent before a crash is sent again under the same id, and known. */
export class VoucherExpiry {
  constructor(private readonly parts: VoucherExpiryParts) {}

  /** As many as given at the most; resolves to how many there were. */
  async expire(limit: number): Promise<number> {
    const { dataSource, now, retryMs } = this.parts;
    return withConnection(dataSource, async (client) => {
      await client.query('BEGIN');
      const due = await voucherDues.lockDue(client, now(), limit);
      const failed = (await Promise.all(due.map((voucher) => this.#expire(voucher)))).flat();
      await voucherDues.putOff(client, failed, new Date(Date.parse(now()) + retryMs).toISOString());
      const done = due.map(({ voucherId }) => voucherId).filter((voucherId) => !failed.includes(voucherId));
      await voucherDues.remove(client, done);
      await client.query('COMMIT');
      return due.length;
    });
  }

  /** The ids of those that could not be noted. */
  async #expire({ voucherId, validUntil: occurredAt }: DueVoucher): Promise<readonly string[]> {
    const { send, onFailure } = this.parts;
    const commandId = `expire-voucher:${voucherId}`;
    const context = { commandId, correlationId: commandId, actor: 'voucher-automation', source: 'voucher-automation' };
    try {
      const outcome = await send(Object.assign(new ExpireVoucher(), { voucherId, occurredAt }), context);
      if (outcome.status !== 'rejected') return [];
      throw new Error(`The expiry of voucher ${voucherId} was refused: ${outcome.code}`);
    } catch (error) {
      onFailure(error, voucherId);
      return [voucherId];
    }
  }
}
