import type { PoolClient } from 'pg';

/** A voucher with its end, ISO 8601. */
export interface DueVoucher {
  readonly voucherId: string;
  readonly validUntil: string;
}

/** What the ends of vouchers are stored in. All of it inside of a transaction that is open. */
export const voucherDues = {
  async add(client: PoolClient, vouchers: readonly DueVoucher[]): Promise<void> {
    await client.query(
      `INSERT INTO voucher_due (voucher_id, valid_until, due_at)
       SELECT id, until, until FROM unnest($1::text[], $2::timestamptz[]) AS given (id, until) ON CONFLICT DO NOTHING`,
      [vouchers.map(({ voucherId }) => voucherId), vouchers.map(({ validUntil }) => validUntil)],
    );
  },

  async remove(client: PoolClient, voucherIds: readonly string[]): Promise<void> {
    await client.query('DELETE FROM voucher_due WHERE voucher_id = ANY($1)', [voucherIds]);
  },

  /** Those that are due by a moment, the first of them, but not those that somebody else has. */
  async lockDue(client: PoolClient, now: string, limit: number): Promise<readonly DueVoucher[]> {
    const { rows } = await client.query<{ id: string; until: Date }>(
      `SELECT voucher_id AS id, valid_until AS until FROM voucher_due WHERE due_at <= $1 ORDER BY due_at LIMIT $2
       FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map(({ id, until }) => ({ voucherId: id, validUntil: until.toISOString() }));
  },

  async putOff(client: PoolClient, voucherIds: readonly string[], until: string): Promise<void> {
    await client.query('UPDATE voucher_due SET due_at = $2 WHERE voucher_id = ANY($1)', [voucherIds, until]);
  },
} as const;
