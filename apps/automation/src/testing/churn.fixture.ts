import { ProjectedCustomerFacts, ProjectedCustomerPages } from '@tenure/behaviour-service';
import type { ChurnEvent, RiskBandEntered } from '@tenure/churn-contract';
import { churnAutomation } from '@tenure/churn-service';
import { readHistory } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import type { CommandContext, Outcome } from '@tenure/kernel';
import { until } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { startProjector, type Projector } from '@tenure/projector';
import type { Command } from '@tenure/shared-contract';
import { migrateTimers } from '@tenure/timers';
import { pino } from 'pino';
import { AutomationFixture } from './automation.fixture';
import { openServers, type OwnServers } from './own.servers';

const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
const total = { amountMinor: 1_000, currency: 'CNY' };
/** How long read models are waited for. */
const WAIT_LIMIT_MS = 60_000;

interface Run {
  readonly run_id: string;
  readonly scored: number;
  readonly changed: number;
}

/** The scoring of customers alone, with the read models beside it, by a clock that stands where it is put. */
export class ChurnFixture extends AutomationFixture {
  #now = '2024-05-01T00:00:00.000Z';

  private constructor(
    servers: OwnServers,
    private readonly projector: Projector,
  ) {
    super(servers);
  }

  static async open(): Promise<ChurnFixture> {
    const servers = await openServers();
    await migrateTimers(servers.databaseUrl);
    const projector = startProjector({ ...servers, log: pino({ level: 'silent' }) });
    await publishDefaultPolicies(servers.commands, '2000-01-01T00:00:00Z');
    return new ChurnFixture(servers, projector);
  }

  override now = (): string => this.#now;

  /** `send` stands in for what puts a score on the bus. */
  start(send: SendCommand = (command, context) => this.commands.sender.send(command, context)): void {
    const { dataSource, now, onFailure } = this;
    const { policies } = this.commands;
    const waiter = new CheckpointWaiter(dataSource);
    const facts = new ProjectedCustomerFacts({ dataSource, waiter, waitLimitMs: WAIT_LIMIT_MS });
    const customers = new ProjectedCustomerPages(dataSource);
    const parts = { feed: this.feed(), dataSource, policies, customers, facts };
    this.run(churnAutomation({ ...parts, send, now, onFailure, putOffMs: 50 }));
  }

  putClock(now: string): void {
    this.#now = now;
  }

  order(customerId: string, day: string): Promise<bigint> {
    const purchase = { purchaseId: `${customerId}-${day}`, customerId, lines, total };
    return this.send('RecordPurchase', purchase, `${day}T09:00:00Z`);
  }

  /** Once the read models know all that is in the log. */
  async projected(): Promise<void> {
    const head = await this.head();
    await new CheckpointWaiter(this.dataSource).waitFor(head, ['customer-behaviour', 'customer-risk'], WAIT_LIMIT_MS);
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

  override async stop(): Promise<void> {
    await this.stopAutomation();
    await this.projector.close();
    await super.stop();
  }
}

type SendCommand = (command: Command, context: CommandContext) => Promise<Outcome>;
