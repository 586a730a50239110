import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, headPosition, readHistory } from '@tenure/event-store';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { startAutomation, type Automation, type AutomationDependencies } from '../start.automation';
import { sendOrThrow } from './sent.command';

export const agoMs = (ms: number): string => new Date(Date.now() - ms).toISOString();

/** What one event of a case's clocks says. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string; readonly recordedAt: string };

export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: it never became so`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Commands, event store and database of their own, and the automation whenever it is started. */
export class ClockFixture {
  #automation: Automation | undefined;
  readonly #logged: string[] = [];

  private constructor(
    readonly eventStoreUrl: string,
    readonly databaseUrl: string,
    readonly client: EventStoreDBClient,
    readonly dataSource: DataSource,
    readonly commands: CommandApplication,
    private readonly stopServers: () => Promise<void>,
  ) {}

  static async open(): Promise<ClockFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const commands = await commandApplication(client);
    await publishDefaultPolicies(commands, '2000-01-01T00:00:00Z');
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    return new ClockFixture(eventStore.connectionString, postgres.url, client, dataSource, commands, stop);
  }

  /** People are told of alarms where it is said how. */
  async start(notices?: AutomationDependencies['notices']): Promise<void> {
    const { client, dataSource } = this;
    const log = pino({ level: 'warn' }, { write: (line: string) => void this.#logged.push(line) });
    const now = () => new Date().toISOString();
    this.#automation = await startAutomation({ client, dataSource, log, now, notices });
  }

  /** What went wrong with the clocks, as it was logged. */
  get failures(): readonly string[] {
    return this.#logged.filter((line) => line.includes('clocks of'));
  }

  async stopAutomation(): Promise<void> {
    await this.#automation?.close();
    this.#automation = undefined;
  }

  /** The answer's position. Throws on a refusal. */
  send(type: string, payload: object, occurredAt = agoMs(0)): Promise<bigint> {
    return sendOrThrow(this.commands, type, payload, occurredAt);
  }

  openCase(complaintId: string, fields: object, openedAt: string): Promise<bigint> {
    const usual = { complaintId, customerId: `customer-of-${complaintId}`, channel: 'phone', subject: 'Late' };
    return this.send('OpenComplaint', { ...usual, receivedBy: 'anna', ...fields }, openedAt);
  }

  async publish(
    policyId: string,
    kind: string,
    content: object,
    version = 1,
    effectiveFrom = FROM_THE_START,
  ): Promise<void> {
    const policy = { policyId, version, by: 'lin' };
    const title = { zh: policyId, en: policyId };
    await this.send('DraftPolicy', { ...policy, kind, title, content });
    await this.send('PublishPolicy', { ...policy, effectiveFrom });
  }

  /** What the clocks of a case have said, in order. */
  async said(caseId: string): Promise<readonly Said[]> {
    const events = await readHistory(this.client, [`caseClocks-${caseId}`]);
    return events.map(({ type, data, recordedAt }) => ({ ...(data as object), type, recordedAt }));
  }

  async saidOf(caseId: string, clockId: string, ...types: string[]): Promise<readonly Said[]> {
    const said = await this.said(caseId);
    return said.filter((event) => event['clockId'] === clockId && (types.length === 0 || types.includes(event.type)));
  }

  /** Until all that is in the log has been acted on, also what that led to. */
  settled(): Promise<void> {
    return until(async () => {
      const head = await headPosition(this.client);
      return head !== undefined && (this.#automation?.position ?? -1n) >= head;
    }, 'the automation has caught up');
  }

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
  }
}

const FROM_THE_START = '2000-01-01T00:00:00+08:00';
