import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation } from '@tenure/automation-runtime';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, EventStoreFeed, readHistory } from '@tenure/event-store';
import {
  ProblemImpactReader,
  RecordRegression,
  RecordVerification,
  type VerificationResult,
} from '@tenure/improvement-contract';
import { improvementAutomation, ImprovementStreams, type SendImprovementCommand } from '@tenure/improvement-service';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { sendOrThrow } from './sent.command';

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
    const moments = this.at.flatMap((at) => [Date.parse(at), Date.parse(at) + windowDays * 86_400_000 + 1]);
    const next = Math.min(...moments.filter((moment) => moment > Date.parse(after)));
    return Promise.resolve(Number.isFinite(next) ? new Date(next).toISOString() : undefined);
  }

  override touched(after: bigint | undefined) {
    const problemIds = after === undefined || after < this.position ? ['late'] : [];
    return Promise.resolve({ problemIds, position: this.position });
  }
}

/** The automation of improvement alone, without what measures, by a clock that can be put forward. */
export class ImprovementFixture {
  readonly failures: string[] = [];
  readonly cases = new GivenCases();
  readonly streams: ImprovementStreams;
  #automation: Automation | undefined;
  #aheadMs = 0;

  private constructor(
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {
    this.streams = new ImprovementStreams(client);
  }

  static async open(): Promise<ImprovementFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const commands = await commandApplication(client);
    await publishDefaultPolicies(commands, '2026-01-01T00:00:00Z');
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    return new ImprovementFixture(client, dataSource, commands, stop);
  }

  now = (): string => this.after(0);

  after = (days: number): string => new Date(Date.now() + this.#aheadMs + days * 86_400_000).toISOString();

  putForward(days: number): void {
    this.#aheadMs += days * 86_400_000;
  }

  start(send: SendImprovementCommand = (...sent) => this.commands.sender.send(...sent)): void {
    const { client, dataSource, now, cases: impacts } = this;
    this.#automation = improvementAutomation({
      feed: new EventStoreFeed(client, domainCodec, () => undefined),
      client,
      dataSource,
      policies: this.commands.policies,
      send,
      now,
      impacts,
      onFailure: (error) => void this.failures.push(String(error)),
      pollMs: 20,
      retryMs: 50,
    });
    this.#automation.start();
  }

  async stopAutomation(): Promise<void> {
    await this.#automation?.close();
    this.#automation = undefined;
  }

  /** Everything that the automation has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM improvement_due');
    await this.dataSource.query('DELETE FROM automation_position');
  }

  /** Throws on a refusal. */
  async send(type: string, payload: object, occurredAt = this.now()): Promise<void> {
    await sendOrThrow(this.commands, type, payload, occurredAt);
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

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
  }
}
