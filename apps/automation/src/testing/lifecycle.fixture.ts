import { readHistory } from '@tenure/event-store';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import { lifecycleAutomation } from '@tenure/lifecycle-service';
import { until } from '@tenure/local-servers/testing';
import type { LifecycleContent } from '@tenure/policy-contract';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { AutomationFixture } from './automation.fixture';
import { openServers } from './own.servers';

const title = { zh: '客户生命周期', en: 'Customer lifecycle' };
const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
const total = { amountMinor: 1_000, currency: 'CNY' };

/** The judging of lifecycles alone, by a clock that stands where it is put. */
export class LifecycleFixture extends AutomationFixture {
  #now = '2024-01-01T00:00:00.000Z';

  static async open(): Promise<LifecycleFixture> {
    const servers = await openServers();
    await publishDefaultPolicies(servers.commands, '2000-01-01T00:00:00Z');
    return new LifecycleFixture(servers);
  }

  override now = (): string => this.#now;

  start(): void {
    const { dataSource, now, onFailure } = this;
    const { policies, executor } = this.commands;
    const parts = { feed: this.feed(), dataSource, policies, executor };
    this.run(lifecycleAutomation({ ...parts, now, onFailure, reviewEveryMs: 20 }));
  }

  /** The one that was started first. */
  async stopFirst(): Promise<void> {
    const [first, ...others] = this.running;
    if (!first) throw new Error('no automation is running');
    this.running = others;
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

  order(customerId: string, at: string): Promise<bigint> {
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
  override async settled(): Promise<void> {
    await until(async () => {
      const head = await this.head();
      await super.settled();
      const [due]: { customers: number }[] = await this.dataSource.query(
        'SELECT count(*)::int AS customers FROM lifecycle_review WHERE next_at <= $1',
        [this.#now],
      );
      return due?.customers === 0 && head === (await this.head());
    }, 'all is judged');
  }
}
