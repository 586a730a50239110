import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation } from '@tenure/automation-runtime';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, EventHistory, EventStoreFeed, headPosition, readHistory } from '@tenure/event-store';
import type { Recorded } from '@tenure/kernel';
import { startTestPostgres } from '@tenure/local-servers/testing';
import type { VoucherEvent } from '@tenure/voucher-contract';
import { voucherAutomation, type VoucherAutomationOptions } from '@tenure/voucher-service';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { promiseVoucher, type Promised } from './promised.steps';
import { sendOrThrow } from './sent.command';

export const DAY_MS = 86_400_000;

/** The automation of vouchers alone, by a clock that can be put forward. */
export class VoucherFixture {
  readonly failures: string[] = [];
  #automation: Automation | undefined;
  #aheadMs = 0;

  private constructor(
    readonly eventStoreUrl: string,
    readonly databaseUrl: string,
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {}

  static async open(): Promise<VoucherFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const commands = await commandApplication(client);
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    return new VoucherFixture(eventStore.connectionString, postgres.url, client, dataSource, commands, stop);
  }

  now = (): string => this.after(0);

  after = (days: number): string => new Date(Date.now() + this.#aheadMs + days * DAY_MS).toISOString();

  putForward(days: number): void {
    this.#aheadMs += days * DAY_MS;
  }

  start(send: VoucherAutomationOptions['send'] = (...sent) => this.commands.sender.send(...sent)): void {
    const { dataSource, now } = this;
    const feed = new EventStoreFeed(this.client, domainCodec, () => undefined);
    const onFailure = (error: unknown) => void this.failures.push(String(error));
    this.#automation = voucherAutomation({ feed, dataSource, send, now, onFailure, pollMs: 20, retryMs: 50 });
    this.#automation.start();
  }

  async stopAutomation(): Promise<void> {
    await this.#automation?.close();
    this.#automation = undefined;
  }

  /** Everything that the automation has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM voucher_due');
    await this.dataSource.query('DELETE FROM automation_position');
  }

  /** Throws on a refusal. */
  async send(type: string, payload: object, occurredAt = this.now()): Promise<void> {
    await sendOrThrow(this.commands, type, payload, occurredAt);
  }

  issue(voucherId: string, validUntil: string, issuedAt = this.now()): Promise<void> {
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

  /** Until all that is in the log has been acted on, also what that led to. */
  async settled(): Promise<void> {
    await until(async () => {
      const head = await headPosition(this.client);
      return head !== undefined && (this.#automation?.position ?? -1n) >= head;
    }, 'the automation has caught up');
  }

  /** What was recorded of all vouchers, in the order of the log. */
  async recorded(type: VoucherEvent['type']): Promise<readonly Recorded<VoucherEvent>[]> {
    const feed = new EventStoreFeed(this.client, domainCodec, () => undefined);
    const found: Recorded<VoucherEvent>[] = [];
    for await (const events of new EventHistory(feed).read([type], new AbortController().signal)) {
      found.push(...(events as unknown as readonly Recorded<VoucherEvent>[]));
    }
    return found;
  }

  /** Ids of the vouchers whose end is awaited. */
  async awaited(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT voucher_id AS id FROM voucher_due ORDER BY 1');
    return rows.map(({ id }) => id);
  }

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
  }
}
