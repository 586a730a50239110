import type { ContactPlanEvent } from '@tenure/contact-plan-contract';
import { contactPlanAutomation, type ContactPlanAutomationOptions } from '@tenure/contact-plan-service';
import { readHistory } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import type { ContactPlanContent } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { JudgeTier } from '@tenure/tier-contract';
import { migrateTimers, setTimers, TIMERS_SCHEMA } from '@tenure/timers';
import { AutomationFixture, DAY_MS } from './automation.fixture';
import { openServers } from './own.servers';

const title = { zh: '联系计划', en: 'Contact plan' };

/** The planning of contacts alone, by a clock that can be put forward. */
export class ContactPlanFixture extends AutomationFixture {
  #marks = 0;

  static async open(): Promise<ContactPlanFixture> {
    const servers = await openServers();
    await migrateTimers(servers.databaseUrl);
    await publishDefaultPolicies(servers.commands, '2000-01-01T00:00:00Z');
    return new ContactPlanFixture(servers);
  }

  start(send: ContactPlanAutomationOptions['send'] = (...sent) => this.commands.sender.send(...sent)): void {
    const { dataSource, now, onFailure } = this;
    const { policies } = this.commands;
    const options = { feed: this.feed(), dataSource, policies, send, now, onFailure, settleMs: 50, retryMs: 50 };
    this.run(contactPlanAutomation(options));
  }

  /** The clock that jobs are fetched by is the database's: it has to be told that theirs has moved. */
  async putForward(days: number): Promise<void> {
    this.aheadMs += days * DAY_MS;
    const due = { kind: 'contact-plan', key: 'due', dueAt: this.now() };
    await withConnection(this.dataSource, (client) => setTimers(client, this.now, [due]));
  }

  /** Everything that the planning has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM contact_plan_watch');
    await this.dataSource.query('DELETE FROM automation_position');
    await this.dataSource.query(`DELETE FROM ${TIMERS_SCHEMA}._private_jobs`);
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
    return until(async () => (await this.saidShortly(customerId)).join() === all, `${customerId}: ${all}`, 60_000);
  }

  /** Until all that has been recorded by now is noted: a tier that nothing follows from marks the place. */
  async noted(): Promise<void> {
    const { position } = await this.judge(`mark-${this.#marks++}`, 'C');
    await until(() => this.positions().some((reached) => reached >= position), 'all has been noted');
  }

  /** Until nothing is due any more, and what that led to has been noted. */
  override async settled(): Promise<void> {
    await this.noted();
    await until(async () => {
      const [due]: { jobs: number }[] = await this.dataSource.query(
        `SELECT count(*)::int AS jobs FROM ${TIMERS_SCHEMA}._private_jobs WHERE run_at < now() + interval '2 seconds'`,
      );
      return due?.jobs === 0;
    }, 'nothing is due');
    await this.noted();
  }
}
