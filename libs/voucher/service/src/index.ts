export { KeyedVoucherCodes } from './keyed-voucher.codes';
export { voucherAutomation, type VoucherAutomationOptions } from './voucher.automation';
export { voucherRejectionStatuses } from './voucher.controller';
export { VoucherDueRow } from './voucher-due.entity';
export { VoucherHttpModule } from './voucher.http.module';
export { VoucherModule } from './voucher.module';
export { voucherMigrations, voucherProjections } from './voucher.projections';
