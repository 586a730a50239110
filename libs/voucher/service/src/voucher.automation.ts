import { Automation } from '@tenure/automation-runtime';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { VoucherExpiry, type SendVoucherCommand } from './voucher.expiry';
import { VOUCHER_HANDLES, VoucherProcess } from './voucher.process';

export interface VoucherAutomationOptions {
  readonly feed: Feed;
  readonly dataSource: DataSource;
  readonly send: SendVoucherCommand;
  /** ISO 8601; vouchers expire by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, voucherId?: string) => void;
  /** How often vouchers at their end are looked for; 1,000 unless given. */
  readonly pollMs?: number;
  /** After how long a voucher that could not be noted as expired is tried again; 30,000 unless given. */
  readonly retryMs?: number;
}

/** Issues the vouchers that journeys promise from now on, and notes those that expire. */
export function voucherAutomation(options: VoucherAutomationOptions): Automation {
  const { feed, dataSource, send, now, onFailure, pollMs = 1_000, retryMs = 30_000 } = options;
  return new Automation({
    name: 'vouchers',
    feed,
    dataSource,
    handles: VOUCHER_HANDLES,
    open: () => {
      const expiry = new VoucherExpiry({ dataSource, send, now, onFailure, retryMs });
      return Promise.resolve(new VoucherProcess({ expiry, send, onFailure, pollMs }));
    },
    onFailure,
  });
}
