import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore } from '@tenure/event-store';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { WEEKDAYS, type PolicyKind } from '@tenure/policy-contract';
import { startProjector, type Projector } from '@tenure/projector';
import type { LifecycleStage } from '@tenure/shared-contract';
import { migrateTimers, TIMERS_SCHEMA } from '@tenure/timers';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { until } from './clock.fixture';
import { mailsIn, type SentMail } from './journey.mails';
import { JourneyReadings } from './journey.readings';
import { KnownFacts } from './known.facts';
import { runJourneys, type Running } from './running.journeys';
import { enterStage } from './stage.entries';
import { sendOrThrow } from './sent.command';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Noon of tomorrow in Shanghai: customers may be written to then, and nothing is of the past. */
const NOON_MS = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 4 * HOUR_MS;

/** Journeys and notices alone, with the read models, by a clock that can be put forward. */
export class JourneyFixture extends JourneyReadings {
  readonly facts = new KnownFacts();
  readonly failures: unknown[] = [];
  readonly surveyLinks = new KeyedSurveyLinks('https://service.example');
  #running: readonly Running[] = [];
  aheadMs = NOON_MS - Date.now();

  private constructor(
    readonly eventStoreUrl: string,
    readonly databaseUrl: string,
    client: EventStoreDBClient,
    dataSource: DataSource,
    readonly commands: CommandApplication,
    readonly mailFolder: string,
    private readonly projector: Projector,
    private readonly stopServers: () => Promise<void>,
  ) {
    super(client, dataSource);
  }

  static async open(): Promise<JourneyFixture> {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    await migrateTimers(postgres.url);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 10);
    const commands = await commandApplication(client);
    const mailFolder = await mkdtemp(join(tmpdir(), 'tenure-journeys-'));
    const projector = startProjector({ client, dataSource, log: pino({ level: 'error' }) });
    const stop = async () => void (await Promise.all([eventStore.stop(), postgres.stop()]));
    const fixture = new JourneyFixture(
      eventStore.connectionString,
      postgres.url,
      client,
      dataSource,
      commands,
      mailFolder,
      projector,
      stop,
    );
    await fixture.publishHours();
    return fixture;
  }

  now = (): string => new Date(Date.now() + this.aheadMs).toISOString();

  putForward(hours: number): void {
    this.aheadMs += hours * HOUR_MS;
  }

  start(send?: CommandApplication['sender']['send']): void {
    const { client, dataSource, commands, facts, now, mailFolder, surveyLinks } = this;
    const mail = { folder: mailFolder, from: 'tenure@example.com' };
    const onFailure = (error: unknown) => void this.failures.push(error);
    this.#running = runJourneys({
      ...{ client, dataSource, commands, facts, surveyLinks, mail, now, onFailure },
      ...(send && { send }),
    });
  }

  async stopRunning(): Promise<void> {
    await Promise.all(this.#running.map((running) => running.close()));
    this.#running = [];
  }

  async send(type: string, payload: object, occurredAt = this.now()): Promise<void> {
    await sendOrThrow(this.commands, type, payload, occurredAt);
  }

  /** Customers are written to from nine to eight in Shanghai, and to sell once a week. */
  async publishHours(): Promise<void> {
    const day = [['09:00', '20:00']];
    const week = Object.fromEntries(WEEKDAYS.map((name) => [name, day]));
    await this.publish('hours', { timeZone: 'Asia/Shanghai', week, exceptions: [] }, 'calendar');
    const caps = [{ purpose: 'marketing', most: 1, perDays: 7 }];
    await this.publish('messaging', { hoursCalendarId: 'hours', caps }, 'messaging');
  }

  async publish(policyId: string, content: object, kind: PolicyKind = 'journey', version = 1): Promise<void> {
    const policy = { policyId, version, by: 'tenure' };
    await this.send('DraftPolicy', { ...policy, kind, title: { zh: policyId, en: policyId }, content });
    await this.send('PublishPolicy', { ...policy, effectiveFrom: '2000-01-01T00:00:00+08:00' });
  }

  /** Somebody with an address. */
  async register(customerId: string): Promise<void> {
    await this.send('RegisterCustomer', { customerId, name: `Firm ${customerId}`, fieldSource: 'web-form' });
    const contact = { contactId: 'lead', name: 'Ann', role: 'purchasing-lead', fieldSource: 'web-form' };
    await this.send('SetCustomerContact', { customerId, ...contact, email: `${customerId}@example.com` });
  }

  agree(customerId: string, purpose: 'marketing' | 'service', granted = true): Promise<void> {
    return this.send('SetCustomerConsent', { customerId, purpose, channel: 'email', granted, by: 'anna' });
  }

  enter(customerId: string, stage: LifecycleStage = 'activation', at = this.now()): Promise<bigint> {
    return enterStage(this.commands.executor, customerId, stage, at);
  }

  /** Everything that the running of journeys has stored is lost. */
  async forget(): Promise<void> {
    await this.dataSource.query('DELETE FROM automation_position');
    await this.dataSource.query('DELETE FROM journey_run_due');
    await this.dataSource.query('DELETE FROM journey_known');
    await this.dataSource.query('TRUNCATE survey_known, survey_asked, survey_due, survey_round');
  }

  mails(): Promise<readonly SentMail[]> {
    return mailsIn(this.mailFolder);
  }

  async mailsTo(customerId: string): Promise<readonly string[]> {
    return (await this.mails()).filter(({ to }) => to === `${customerId}@example.com`).map(({ raw }) => raw);
  }

  /** Until all that is in the log has been acted on, also what that led to, and what is told has arrived. */
  settled(): Promise<void> {
    return until(async () => {
      const head = await this.head();
      const [due]: { jobs: number; steps: number }[] = await this.dataSource.query(
        `SELECT (SELECT count(*)::int FROM journey_run_due WHERE due_at <= $1)
             + (SELECT count(*)::int FROM survey_due WHERE due_at <= $1) AS steps,
           (SELECT count(*)::int FROM ${TIMERS_SCHEMA}._private_jobs WHERE run_at < now() + interval '2 seconds') AS jobs`,
        [this.now()],
      );
      if (due?.jobs !== 0 || due.steps !== 0 || (await this.head()) !== head) return false;
      return this.#running.every(({ position }) => (position ?? -1n) >= head);
    }, 'all has been acted on');
  }

  async stop(): Promise<void> {
    await this.stopRunning();
    await this.projector.close();
    await this.commands.close();
    await this.client.dispose();
    await this.dataSource.destroy();
    await this.stopServers();
    await rm(this.mailFolder, { recursive: true });
  }
}
