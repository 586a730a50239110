import { readHistory } from '@tenure/event-store';
import { RecordRegression, RecordVerification, type VerificationResult } from '@tenure/improvement-contract';
import { improvementAutomation, type SendImprovementCommand } from '@tenure/improvement-service';
import { until } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { AutomationFixture, DAY_MS } from './automation.fixture';
import { GivenCases } from './given.cases';
import { openServers } from './own.servers';

/** The automation of improvement alone, without what measures, by a clock that can be put forward. */
export class ImprovementFixture extends AutomationFixture {
  readonly cases = new GivenCases();

  static async open(): Promise<ImprovementFixture> {
    const servers = await openServers();
    await publishDefaultPolicies(servers.commands, '2026-01-01T00:00:00Z');
    return new ImprovementFixture(servers);
  }

  putForward(days: number): void {
    this.aheadMs += days * DAY_MS;
  }

  start(send: SendImprovementCommand = (...sent) => this.commands.sender.send(...sent)): void {
    const { client, dataSource, now, cases: impacts, onFailure } = this;
    const { policies } = this.commands;
    const parts = { feed: this.feed(), client, dataSource, policies, impacts };
    this.run(improvementAutomation({ ...parts, send, now, onFailure, pollMs: 20, retryMs: 50 }));
  }

  /** Everything that the automation has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM improvement_due');
    await this.dataSource.query('DELETE FROM automation_position');
  }

  /** What was found of a measure, as if it had been measured. */
  async verify(measureId: string, result: VerificationResult): Promise<void> {
    const found = Object.assign(new RecordVerification(), { measureId, result, occurredAt: this.now() });
    await this.sendOwn(found, `${found.type}:${measureId}`);
  }

  async regress(measureId: string, result: VerificationResult): Promise<void> {
    const found = Object.assign(new RecordRegression(), { measureId, result, period: 1, occurredAt: this.now() });
    await this.sendOwn(found, `${found.type}:${measureId}`);
  }

  async types(stream: string): Promise<string> {
    return (await readHistory(this.client, [stream])).map(({ type }) => type).join();
  }

  async data(stream: string, type: string): Promise<readonly unknown[]> {
    const events = await readHistory(this.client, [stream]);
    return events.filter((event) => event.type === type).map(({ data }) => data);
  }

  /** One member of each, as text. */
  async values(stream: string, type: string, member: string): Promise<readonly string[]> {
    return (await this.data(stream, type)).map((data) => String(Reflect.get(Object(data), member)));
  }

  until(what: () => Promise<boolean>, words: string): Promise<void> {
    return until(what, words);
  }
}
