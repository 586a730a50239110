import { recordAll } from '@tenure/kernel/testing';
import { foldPlainly, useProjections } from '@tenure/projections/testing';
import type { VoucherEvent } from '@tenure/voucher-contract';
import { VoucherLedgerEntry } from './voucher-ledger.entity';
import { voucherMigrations, voucherProjections } from './voucher.projections';

const issuedAt = '2026-03-01T01:00:00.000Z';
const validUntil = '2026-04-01T00:00:00.000Z';
const endedAt = '2026-03-20T02:00:00.000Z';
const of = (voucherId: string) => ({ voucherId, customerId: 'k-1' });
const issued = (voucherId: string, value: { percent: number } | { amountMinor: number; currency: string }) =>
  ({
    type: 'VoucherIssued',
    data: { ...of(voucherId), code: `c-${voucherId}`, value, validUntil, cause: 'fair', by: 'anna', issuedAt },
  }) as const;
const worth = { amountMinor: 70, currency: 'CNY' };
const history: readonly VoucherEvent[] = [
  issued('open', { percent: 10 }),
  issued('redeemed', { amountMinor: 5_000, currency: 'CNY' }),
  issued('expired', { percent: 10 }),
  issued('withdrawn', { amountMinor: 9_007_199_254_740_991, currency: 'EUR' }),
  { type: 'VoucherRedeemed', data: { ...of('redeemed'), purchaseId: 'o-1', worth, by: 'bo', redeemedAt: endedAt } },
  { type: 'VoucherExpired', data: { ...of('expired'), expiredAt: validUntil } },
  { type: 'VoucherWithdrawn', data: { ...of('withdrawn'), reason: 'twice', by: 'anna', withdrawnAt: endedAt } },
];

describe('voucher read models', () => {
  const database = useProjections({ bindings: voucherProjections, migrations: voucherMigrations });

  it('hold a history with every event type as the plain fold gives it', async () => {
    const events = recordAll(history, { customerId: 'k-1' });
    await database.project(events, 3);
    const [folded] = voucherProjections.map((binding) => [...foldPlainly(binding, events).values()]);
    const rows = await database.dataSource.manager.find(VoucherLedgerEntry, { order: { position: 'ASC' } });
    expect(rows).toEqual(folded);
    expect(rows.map(({ voucherId, status }) => (voucherId === status ? 'as it says' : voucherId))).toEqual(
      Array.from({ length: 4 }, () => 'as it says'),
    );
  });
});
