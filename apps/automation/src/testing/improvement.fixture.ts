import { readHistory } from '@tenure/event-store';
import {
  ProblemImpactReader,
  RecordRegression,
  RecordVerification,
  type VerificationResult,
} from '@tenure/improvement-contract';
import { improvementAutomation, ImprovementStreams, type SendImprovementCommand } from '@tenure/improvement-service';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { AutomationFixture, DAY_MS } from './automation.fixture';
import { until } from './condition.wait';
import { openServers } from './own.servers';

/** Cases that a test sets: by moment, each of another customer without a tier. */
class GivenCases extends ProblemImpactReader {
  readonly at: string[] = [];
  /** How far they have been read, which is ahead of all that is in the log; they are touched where it grows. */
  position = 10n ** 18n;

  override impact({ from, until: end }: { from: string; until: string }) {
    const [fromMs, endMs] = [Date.parse(from), Date.parse(end)];
    const cases = this.at.filter((at) => Date.parse(at) >= fromMs && Date.parse(at) < endMs).length;
    return Promise.resolve({ customers: cases, byTier: { none: cases }, cases, money: {} });
  }

  override customers = () => Promise.resolve(this.at.map((_, index) => `k-${index}`));

  override nextChange(_problemId: string, after: string, windowDays: number) {
    const moments = this.at.flatMap((at) => [Date.parse(at), Date.parse(at) + windowDays * DAY_MS + 1]);
    const next = Math.min(...moments.filter((moment) => moment > Date.parse(after)));
    return Promise.resolve(Number.isFinite(next) ? new Date(next).toISOString() : undefined);
  }

  override touched(after: bigint | undefined) {
    const problemIds = after === undefined || after < this.position ? ['late'] : [];
    return Promise.resolve({ problemIds, position: this.position });
  }
}

/** The automation of improvement alone, without what measures, by a clock that can be put forward. */
export class ImprovementFixture extends AutomationFixture {
  readonly cases = new GivenCases();
  readonly streams = new ImprovementStreams(this.client);

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
  verify(measureId: string, result: VerificationResult): Promise<void> {
    return this.#found(Object.assign(new RecordVerification(), { measureId, result, occurredAt: this.now() }));
  }

  regress(measureId: string, result: VerificationResult): Promise<void> {
    return this.#found(Object.assign(new RecordRegression(), { measureId, result, period: 1, occurredAt: this.now() }));
  }

  async #found(command: RecordVerification | RecordRegression): Promise<void> {
    const commandId = `${command.type}:${command.measureId}`;
    const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
    const outcome = await this.commands.sender.send(command, context);
    if (outcome.status === 'rejected') throw new Error(`${outcome.code}: ${outcome.detail ?? ''}`);
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
