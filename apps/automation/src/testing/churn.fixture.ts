import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation } from '@tenure/automation-runtime';
import { ProjectedCustomerFacts, ProjectedCustomerPages } from '@tenure/behaviour-service';
import type { ChurnEvent, RiskBandEntered } from '@tenure/churn-contract';
import { churnAutomation } from '@tenure/churn-service';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, EventStoreFeed, headPosition, readHistory } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import type { CommandContext, Outcome } from '@tenure/kernel';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { startProjector } from '@tenure/projector';
import type { Command } from '@tenure/shared-contract';
import { migrateTimers } from '@tenure/timers';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { sendOrThrow } from './sent.command';

const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
const total = { amountMinor: 1_000, currency: 'CNY' };

interface Run {
  readonly run_id: string;
  readonly scored: number;
  readonly changed: number;
}

/** The scoring of customers alone, with the read models beside it, by a clock that stands where it is put. */
export class ChurnFixture {
  readonly failures: unknown[] = [];
  readonly #automations = new Set<Automation>();
  #now = '2024-05-01T00:00:00.000Z';

  private constructor(
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {}

  static async open(): Promise<ChurnFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    await migrateTimers(postgres.url);
    const projector = startProjector({ client, dataSource, log: pino({ level: 'silent' }) });
    const commands = await commandApplication(client);
    await publishDefaultPolicies(commands, '2000-01-01T00:00:00Z');
    const stop = async () => {
      await projector.close();
      await Promise.all([dataSource.destroy(), client.dispose()]);
      await Promise.all([eventStore.stop(), postgres.stop()]);
    };
    return new ChurnFixture(client, dataSource, commands, stop);
  }

  /** `send` stands in for what puts a score on the bus. */
  start(send: SendCommand = (command, context) => this.commands.sender.send(command, context)): Automation {
    const { client, dataSource } = this;
    const waiter = new CheckpointWaiter(dataSource);
    const automation = churnAutomation({
      feed: new EventStoreFeed(client, domainCodec, () => undefined),
      dataSource,
      policies: this.commands.policies,
      customers: new ProjectedCustomerPages(dataSource),
      facts: new ProjectedCustomerFacts({ dataSource, waiter, waitLimitMs: 10_000 }),
      send,
      now: () => this.#now,
      onFailure: (error) => void this.failures.push(error),
      putOffMs: 50,
    });
    this.#automations.add(automation);
    automation.start();
    return automation;
  }

  async stopAutomation(): Promise<void> {
    await Promise.all([...this.#automations].map((automation) => automation.close()));
    this.#automations.clear();
  }

  putClock(now: string): void {
    this.#now = now;
  }

  async send(type: string, payload: object, occurredAt: string): Promise<void> {
    await sendOrThrow(this.commands, type, payload, occurredAt);
  }

  order(customerId: string, day: string): Promise<void> {
    const purchase = { purchaseId: `${customerId}-${day}`, customerId, lines, total };
    return this.send('RecordPurchase', purchase, `${day}T09:00:00Z`);
  }

  /** Once the read models know all that is in the log. */
  async projected(): Promise<void> {
    const head = (await headPosition(this.client)) ?? 0n;
    await new CheckpointWaiter(this.dataSource).waitFor(head, ['customer-behaviour', 'customer-risk'], 10_000);
  }

  /** Runs that are over, once there are so many. */
  async runs(count: number): Promise<readonly Run[]> {
    const read = (): Promise<Run[]> =>
      this.dataSource.query(
        'SELECT run_id, scored, changed FROM churn_scoring_run WHERE finished_at IS NOT NULL ORDER BY run_id',
      );
    await until(async () => (await read()).length >= count, `${count} runs are over`);
    return read();
  }

  async bandsOf(customerId: string): Promise<readonly RiskBandEntered[]> {
    const stored = (await readHistory(this.client, [`risk-${customerId}`])) as unknown as readonly ChurnEvent[];
    return stored.map(({ data }) => data);
  }

  async close(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.stopServers();
  }
}

type SendCommand = (command: Command, context: CommandContext) => Promise<Outcome>;
