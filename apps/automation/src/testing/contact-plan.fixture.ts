import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation } from '@tenure/automation-runtime';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import type { ContactPlanEvent } from '@tenure/contact-plan-contract';
import { contactPlanAutomation, type ContactPlanAutomationOptions } from '@tenure/contact-plan-service';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, EventStoreFeed, readHistory } from '@tenure/event-store';
import { startTestPostgres } from '@tenure/local-servers/testing';
import type { ContactPlanContent } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { JudgeTier } from '@tenure/tier-contract';
import { migrateTimers, setTimers, TIMERS_SCHEMA } from '@tenure/timers';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { send } from './sent.command';

const title = { zh: '联系计划', en: 'Contact plan' };
export const DAY_MS = 86_400_000;

/** The planning of contacts alone, by a clock that can be put forward. */
export class ContactPlanFixture {
  readonly failures: unknown[] = [];
  #automation: Automation | undefined;
  #aheadMs = 0;
  #marks = 0;

  private constructor(
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {}

  static async open(): Promise<ContactPlanFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    await migrateTimers(postgres.url);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const commands = await commandApplication(client);
    await publishDefaultPolicies(commands, '2000-01-01T00:00:00Z');
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    return new ContactPlanFixture(client, dataSource, commands, stop);
  }

  now = (): string => new Date(Date.now() + this.#aheadMs).toISOString();

  start(send: ContactPlanAutomationOptions['send'] = (...sent) => this.commands.sender.send(...sent)): void {
    const { dataSource, commands, now } = this;
    const feed = new EventStoreFeed(this.client, domainCodec, () => undefined);
    const onFailure = (error: unknown) => void this.failures.push(error);
    const { policies } = commands;
    const options = { feed, dataSource, policies, send, now, onFailure, settleMs: 50, retryMs: 50 };
    this.#automation = contactPlanAutomation(options);
    this.#automation.start();
  }

  async stopAutomation(): Promise<void> {
    await this.#automation?.close();
    this.#automation = undefined;
  }

  /** The clock that jobs are fetched by is the database's: it has to be told that theirs has moved. */
  async putForward(days: number): Promise<void> {
    this.#aheadMs += days * DAY_MS;
    const due = { kind: 'contact-plan', key: 'due', dueAt: this.now() };
    await withConnection(this.dataSource, (client) => setTimers(client, this.now, [due]));
  }

  /** Everything that the planning has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM contact_plan_watch');
    await this.dataSource.query('DELETE FROM automation_position');
    await this.dataSource.query(`DELETE FROM ${TIMERS_SCHEMA}._private_jobs`);
  }

  /** The answer's code, or `accepted`. */
  async send(type: string, payload: object, occurredAt = this.now()): Promise<string> {
    const outcome = await send(this.commands, type, payload, occurredAt);
    return outcome.status === 'rejected' ? outcome.code : 'accepted';
  }

  async judge(customerId: string, tier: string, occurredAt = this.now()): Promise<{ position: bigint }> {
    const inputs = { spendMinor: 0, currency: 'CNY', cooperationMonths: 0 };
    const judged = { customerId, policyId: 'value-tier', policyVersion: 1, tier, inputs, reasons: [], occurredAt };
    const commandId = `judge:${customerId}:${tier}:${occurredAt}`;
    const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
    const outcome = await this.commands.sender.send(Object.assign(new JudgeTier(), judged), context);
    if (outcome.status === 'rejected') throw new Error(`The judgement of ${customerId} was refused: ${outcome.code}`);
    return outcome;
  }

  async publish(version: number, content: ContactPlanContent): Promise<void> {
    const policy = { policyId: 'contact-plan', version, by: 'lin' };
    await this.send('DraftPolicy', { ...policy, kind: 'contact-plan', title, content });
    await this.send('PublishPolicy', { ...policy, effectiveFrom: this.now() });
  }

  async said(customerId: string): Promise<readonly ContactPlanEvent[]> {
    const events = await readHistory(this.client, [`contactPlan-${customerId}`]);
    return events as unknown as readonly ContactPlanEvent[];
  }

  async saidShortly(customerId: string): Promise<string[]> {
    return (await this.said(customerId)).map(({ type, data }) => `${type} ${data.kind}`);
  }

  /** Until so much has been said of a customer's plan. */
  untilSaid(customerId: string, ...shortly: string[]): Promise<void> {
    const all = shortly.join();
    return until(async () => (await this.saidShortly(customerId)).join() === all, `${customerId}: ${all}`, 10_000);
  }

  /** Until all that has been recorded by now is noted: a tier that nothing follows from marks the place. */
  async noted(): Promise<void> {
    const { position } = await this.judge(`mark-${this.#marks++}`, 'C');
    await until(() => (this.#automation?.position ?? -1n) >= position, 'all has been noted');
  }

  /** Until nothing is due any more, and what that led to has been noted. */
  async settled(): Promise<void> {
    await this.noted();
    await until(async () => {
      const [due]: { jobs: number }[] = await this.dataSource.query(
        `SELECT count(*)::int AS jobs FROM ${TIMERS_SCHEMA}._private_jobs WHERE run_at < now() + interval '2 seconds'`,
      );
      return due?.jobs === 0;
    }, 'nothing is due');
    await this.noted();
  }

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
  }
}
