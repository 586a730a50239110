import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation } from '@tenure/automation-runtime';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, EventStoreFeed, headPosition, readHistory } from '@tenure/event-store';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import { lifecycleAutomation } from '@tenure/lifecycle-service';
import { startTestPostgres } from '@tenure/local-servers/testing';
import type { LifecycleContent } from '@tenure/policy-contract';
import { publishDefaultPolicies } from '@tenure/policy-service';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { sendOrThrow } from './sent.command';

const title = { zh: '客户生命周期', en: 'Customer lifecycle' };
const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
const total = { amountMinor: 1_000, currency: 'CNY' };

/** The judging of lifecycles alone, by a clock that stands where it is put. */
export class LifecycleFixture {
  readonly failures: unknown[] = [];
  readonly #automations = new Set<Automation>();
  #now = '2024-01-01T00:00:00.000Z';

  private constructor(
    readonly eventStoreUrl: string,
    readonly databaseUrl: string,
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {}

  static async open(): Promise<LifecycleFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const commands = await commandApplication(client);
    await publishDefaultPolicies(commands, '2000-01-01T00:00:00Z');
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    return new LifecycleFixture(eventStore.connectionString, postgres.url, client, dataSource, commands, stop);
  }

  start(dataSource = this.dataSource): Automation {
    const { policies, executor } = this.commands;
    const automation = lifecycleAutomation({
      feed: new EventStoreFeed(this.client, domainCodec, () => undefined),
      dataSource,
      policies,
      executor,
      now: () => this.#now,
      onFailure: (error) => void this.failures.push(error),
      reviewEveryMs: 20,
    });
    this.#automations.add(automation);
    automation.start();
    return automation;
  }

  async stopAutomation(): Promise<void> {
    await Promise.all([...this.#automations].map((automation) => automation.close()));
    this.#automations.clear();
  }

  /** The one that was started first. */
  async stopFirst(): Promise<void> {
    const [first] = this.#automations;
    if (!first) throw new Error('no automation is running');
    this.#automations.delete(first);
    await first.close();
  }

  putClock(now: string): void {
    this.#now = now;
  }

  /** Everything that the judging has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM lifecycle_review');
    await this.dataSource.query(`UPDATE lifecycle_automation SET policies = '[]'`);
    await this.dataSource.query(`DELETE FROM automation_position WHERE name = 'lifecycle'`);
  }

  async send(type: string, payload: object, occurredAt: string): Promise<void> {
    await sendOrThrow(this.commands, type, payload, occurredAt);
  }

  order(customerId: string, at: string): Promise<void> {
    return this.send(
      'RecordPurchase',
      { purchaseId: `${customerId}-${at.slice(0, 10)}`, customerId, lines, total },
      at,
    );
  }

  async publish(version: number, content: LifecycleContent, effectiveFrom: string): Promise<void> {
    const policy = { policyId: 'lifecycle', version, by: 'lin' };
    await this.send('DraftPolicy', { ...policy, kind: 'lifecycle', title, content }, effectiveFrom);
    await this.send('PublishPolicy', { ...policy, effectiveFrom }, effectiveFrom);
  }

  async said(customerId: string): Promise<readonly LifecycleEvent[]> {
    return (await readHistory(this.client, [`lifecycle-${customerId}`])) as unknown as readonly LifecycleEvent[];
  }

  /** Such as `2024-01-01 activation`, in the order of the log. */
  async stages(customerId: string): Promise<readonly string[]> {
    return (await this.said(customerId)).flatMap(({ type, data }) =>
      type === 'StageEntered' ? [`${data.enteredAt.slice(0, 10)} ${data.stage}`] : [],
    );
  }

  untilStage(customerId: string, last: string): Promise<void> {
    return until(async () => (await this.stages(customerId)).at(-1) === last, `${customerId}: ${last}`);
  }

  /** Until all that is in the log has been judged and nobody is due. */
  settled(): Promise<void> {
    return until(async () => {
      const head = await headPosition(this.client);
      const positions = [...this.#automations].map(({ position = -1n }) => position);
      if (head === undefined || !positions.some((position) => position >= head)) return false;
      const [due]: { customers: number }[] = await this.dataSource.query(
        'SELECT count(*)::int AS customers FROM lifecycle_review WHERE next_at <= $1',
        [this.#now],
      );
      return due?.customers === 0 && head === (await headPosition(this.client));
    }, 'all is judged');
  }

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
  }
}
