import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { voucherLedger } from '@tenure/voucher-core';
import { VoucherLedgerEntry } from './voucher-ledger.entity';
import { CreateVouchers1700000002100 } from './voucher.migration';

export const voucherProjections: readonly ProjectionBinding[] = [bindProjection(voucherLedger, VoucherLedgerEntry)];

export const voucherMigrations = [CreateVouchers1700000002100];
