import { EventHistory, readHistory } from '@tenure/event-store';
import type { Recorded } from '@tenure/kernel';
import { until } from '@tenure/local-servers/testing';
import type { VoucherEvent } from '@tenure/voucher-contract';
import { voucherAutomation, type VoucherAutomationOptions } from '@tenure/voucher-service';
import { AutomationFixture, DAY_MS } from './automation.fixture';
import { openServers } from './own.servers';
import { promiseVoucher, type Promised } from './promised.steps';

/** The automation of vouchers alone, by a clock that can be put forward. */
export class VoucherFixture extends AutomationFixture {
  static async open(): Promise<VoucherFixture> {
    return new VoucherFixture(await openServers());
  }

  putForward(days: number): void {
    this.aheadMs += days * DAY_MS;
  }

  start(send: VoucherAutomationOptions['send'] = (...sent) => this.commands.sender.send(...sent)): void {
    const { dataSource, now, onFailure } = this;
    const options = { feed: this.feed(), dataSource, send, now, onFailure, pollMs: 20, retryMs: 50 };
    this.run(voucherAutomation(options));
  }

  /** Everything that the automation has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM voucher_due');
    await this.dataSource.query('DELETE FROM automation_position');
  }

  issue(voucherId: string, validUntil: string, issuedAt = this.now()): Promise<bigint> {
    const terms = { customerId: 'k-1', value: { percent: 10 }, cause: 'fair', by: 'anna' };
    return this.send('IssueVoucher', { voucherId, ...terms, validUntil }, issuedAt);
  }

  promise(voucherId: string, fields: Partial<Promised> = {}): Promise<bigint> {
    const value = { amountMinor: 5_000, currency: 'CNY' };
    const usual = { voucherId, customerId: `customer-of-${voucherId}`, value };
    const times = { takenAt: this.now(), validUntil: this.after(30) };
    return promiseVoucher(this.commands.executor, { ...usual, ...times, ...fields });
  }

  async said(voucherId: string): Promise<readonly Recorded<VoucherEvent>[]> {
    const events = await readHistory(this.client, [`voucher-${voucherId}`]);
    return events as unknown as readonly Recorded<VoucherEvent>[];
  }

  async types(voucherId: string): Promise<string> {
    return (await this.said(voucherId)).map(({ type }) => type).join();
  }

  untilSaid(voucherId: string, ...types: string[]): Promise<void> {
    return until(async () => (await this.types(voucherId)) === types.join(), `${voucherId}: ${types.join()}`);
  }

  /** What was recorded of all vouchers, in the order of the log. */
  async recorded(type: VoucherEvent['type']): Promise<readonly Recorded<VoucherEvent>[]> {
    const found: Recorded<VoucherEvent>[] = [];
    for await (const events of new EventHistory(this.feed()).read([type], new AbortController().signal)) {
      found.push(...(events as unknown as readonly Recorded<VoucherEvent>[]));
    }
    return found;
  }

  /** Ids of the vouchers whose end is awaited. */
  async awaited(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT voucher_id AS id FROM voucher_due ORDER BY 1');
    return rows.map(({ id }) => id);
  }
}
