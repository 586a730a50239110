import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandApplication } from '@tenure/composition';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import { until } from '@tenure/local-servers/testing';
import { WEEKDAYS, type PolicyKind } from '@tenure/policy-contract';
import { startProjector, type Projector } from '@tenure/projector';
import type { LifecycleStage } from '@tenure/shared-contract';
import { migrateTimers, TIMERS_SCHEMA } from '@tenure/timers';
import { pino } from 'pino';
import { DAY_MS } from './automation.fixture';
import { mailsIn, type SentMail } from './journey.mails';
import { JourneyReadings } from './journey.readings';
import { KnownFacts } from './known.facts';
import { openServers, type OwnServers } from './own.servers';
import { runJourneys } from './running.journeys';
import { enterStage } from './stage.entries';

const HOUR_MS = 3_600_000;

/** Noon of tomorrow in Shanghai: customers may be written to then, and nothing is of the past. */
const NOON_MS = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 4 * HOUR_MS;

/** Journeys and notices alone, with the read models, by a clock that can be put forward. */
export class JourneyFixture extends JourneyReadings {
  readonly facts = new KnownFacts();
  readonly surveyLinks = new KeyedSurveyLinks('https://service.example');
  override aheadMs = NOON_MS - Date.now();

  private constructor(
    servers: OwnServers,
    readonly mailFolder: string,
    private readonly projector: Projector,
  ) {
    super(servers);
  }

  static async open(): Promise<JourneyFixture> {
    const servers = await openServers();
    await migrateTimers(servers.databaseUrl);
    const mailFolder = await mkdtemp(join(tmpdir(), 'tenure-journeys-'));
    const projector = startProjector({ ...servers, log: pino({ level: 'error' }) });
    const fixture = new JourneyFixture(servers, mailFolder, projector);
    await fixture.publishHours();
    return fixture;
  }

  putForward(hours: number): void {
    this.aheadMs += hours * HOUR_MS;
  }

  start(send?: CommandApplication['sender']['send']): void {
    const { client, dataSource, commands, facts, now, mailFolder, surveyLinks, onFailure } = this;
    const mail = { folder: mailFolder, from: 'tenure@example.com' };
    this.running = runJourneys({
      ...{ client, dataSource, commands, facts, surveyLinks, mail, now, onFailure },
      ...(send && { send }),
    });
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

  agree(customerId: string, purpose: 'marketing' | 'service', granted = true): Promise<bigint> {
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
  override settled(): Promise<void> {
    return until(async () => {
      const head = await this.head();
      const [due]: { jobs: number; steps: number }[] = await this.dataSource.query(
        `SELECT (SELECT count(*)::int FROM journey_run_due WHERE due_at <= $1)
             + (SELECT count(*)::int FROM survey_due WHERE due_at <= $1) AS steps,
           (SELECT count(*)::int FROM ${TIMERS_SCHEMA}._private_jobs WHERE run_at < now() + interval '2 seconds') AS jobs`,
        [this.now()],
      );
      if (due?.jobs !== 0 || due.steps !== 0 || (await this.head()) !== head) return false;
      return this.positions().every((position) => position >= head);
    }, 'all has been acted on');
  }

  override async stop(): Promise<void> {
    await this.stopAutomation();
    await this.projector.close();
    await super.stop();
    await rm(this.mailFolder, { recursive: true });
  }
}
