import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Automation as Follower } from '@tenure/automation-runtime';
import { ProjectedCustomerFacts, ProjectedCustomerPages } from '@tenure/behaviour-service';
import { churnAutomation } from '@tenure/churn-service';
import { commandApplication, domainCodec, type CommandApplication } from '@tenure/composition';
import type { WebhookSecrets } from '@tenure/config';
import { contactPlanAutomation } from '@tenure/contact-plan-service';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { EventStoreFeed } from '@tenure/event-store';
import type { SurveyLinks } from '@tenure/feedback-contract';
import { surveyAutomation } from '@tenure/feedback-service';
import { CheckpointWaiter, type AutomationStatus } from '@tenure/http';
import { improvementAutomation } from '@tenure/improvement-service';
import { journeyAutomation } from '@tenure/journey-service';
import type { CommandContext } from '@tenure/kernel';
import { lifecycleAutomation } from '@tenure/lifecycle-service';
import { ProjectedMetrics } from '@tenure/metric-service';
import { NoticeAutomation, type MailSettings } from '@tenure/notice-service';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import { WeeklySampling, WeekRecords } from '@tenure/service-record-service';
import { serviceStandardAutomation } from '@tenure/service-standard-service';
import type { Command } from '@tenure/shared-contract';
import { StoredProblemImpact, StoredThemedTexts, themeAutomation } from '@tenure/theme-service';
import { TierAutomation, TierAutomationStore } from '@tenure/tier-service';
import { migrateTimers } from '@tenure/timers';
import { KeyedVoucherCodes, voucherAutomation } from '@tenure/voucher-service';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { leastPosition } from './least.position';
import { keepPolicies } from './policies.upkeep';

/** Owned by the caller, who closes them after the automation. */
export interface AutomationDependencies {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** ISO 8601. */
  readonly now: () => string;
  /** Of the log; EventStoreDB itself unless given. */
  readonly feed?: Feed;
  /** How notices go out by e-mail; people are told of nothing unless given. */
  readonly notices?: MailSettings;
  /** What customers answer surveys by; notices show a dash in place of a link unless given. */
  readonly surveyLinks?: SurveyLinks;
  /** What signs notices by webhook; none unless given. */
  readonly webhookSecrets?: WebhookSecrets;
}

export interface Automation {
  /** Everything in the log up to here has been acted on. */
  readonly position: bigint | undefined;
  /** Of each of its parts. */
  status(): readonly AutomationStatus[];
  close(): Promise<void>;
}

const REVIEW_EVERY_MS = 10_000;

/** As long as read models may lag behind what is to be acted on. */
const READ_MODEL_LIMIT_MS = 10_000;

/** Judges tiers and runs the clocks of cases from now on; publishes the default policies where there are none yet. */
export async function startAutomation(dependencies: AutomationDependencies): Promise<Automation> {
  const { client, dataSource, now } = dependencies;
  const application = await commandApplication(client);
  await keepPolicies({ client, dataSource, application, now: now() });
  await migrateTimers(urlOf(dataSource));
  const stopping = new AbortController();
  const parts = partsOf(dependencies, application, stopping.signal);
  const automations = [
    tiers(parts),
    serviceStandards(parts, application),
    contactPlans(parts),
    lifecycles(parts, application),
    vouchers(parts),
    journeys(parts, application),
    scores(parts),
    surveys(parts),
    themes(parts),
    improvements(parts),
    ...notices(parts),
  ];
  for (const automation of automations) automation.start();
  const sampling = weeklySampling(parts, application);
  await sampling.start();
  return {
    get position() {
      return leastPosition(automations.map(({ position }) => position));
    },
    status: () => automations.map(({ name, position, failure }) => ({ name, position, failure })),
    close: async () => {
      stopping.abort();
      await Promise.all([sampling, ...automations].map((running) => running.close()));
      await application.close();
    },
  };
}

/** What each of them is made of. */
function partsOf(
  dependencies: AutomationDependencies,
  { policies, sender }: CommandApplication,
  stopping: AbortSignal,
) {
  const { dataSource, client } = dependencies;
  const waiter = new CheckpointWaiter(dataSource, stopping);
  return {
    ...dependencies,
    feed: dependencies.feed ?? new EventStoreFeed(client, domainCodec, () => undefined),
    policies,
    waiter,
    customers: new ProjectedCustomerDirectory(dataSource, waiter),
    facts: new ProjectedCustomerFacts({ dataSource, waiter, waitLimitMs: READ_MODEL_LIMIT_MS }),
    send: (command: Command, context: CommandContext) => sender.send(command, context),
  };
}
type Parts = ReturnType<typeof partsOf>;

const tiers = ({ dataSource, log, now, feed, send }: Parts): TierAutomation =>
  new TierAutomation({
    feed,
    store: new TierAutomationStore(dataSource),
    send,
    now,
    reviewEveryMs: REVIEW_EVERY_MS,
    onFailure: (error) => log.error({ err: error }, 'tier automation failed, will be tried again'),
  });

const serviceStandards = ({ log, ...parts }: Parts, { executor }: CommandApplication): Follower =>
  serviceStandardAutomation({
    ...parts,
    executor,
    onFailure: (error, timer) => log.error({ err: error, timer }, 'clocks of cases failed, will be tried again'),
    onRefusedFact: (refused) => log.error(refused, 'the clocks of a case passed over a fact'),
  });

const contactPlans = ({ log, ...parts }: Parts): Follower =>
  contactPlanAutomation({
    ...parts,
    onFailure: (error, subject) => log.error({ err: error, subject }, 'contact plans failed, will be tried again'),
  });

const lifecycles = ({ log, ...parts }: Parts, { executor }: CommandApplication): Follower =>
  lifecycleAutomation({
    ...parts,
    executor,
    onFailure: (error) => log.error({ err: error }, 'judging lifecycles failed, will be tried again'),
  });

const vouchers = ({ log, ...parts }: Parts): Follower =>
  voucherAutomation({
    ...parts,
    onFailure: (error, voucherId) => log.error({ err: error, voucherId }, 'a voucher failed'),
  });

const journeys = ({ log, ...parts }: Parts, { executor }: CommandApplication): Follower =>
  journeyAutomation({
    ...parts,
    executor,
    voucherCodes: new KeyedVoucherCodes(),
    onFailure: (error, runId) => log.error({ err: error, runId }, 'journeys failed, will be tried again'),
  });

const scores = ({ log, ...parts }: Parts): Follower =>
  churnAutomation({
    ...parts,
    customers: new ProjectedCustomerPages(parts.dataSource),
    onFailure: (error, runId) => log.error({ err: error, runId }, 'scoring customers failed, will be tried again'),
  });

const themes = ({ log, ...parts }: Parts): Follower =>
  themeAutomation({
    ...parts,
    onFailure: (error, subject) => log.error({ err: error, subject }, 'themes failed, will be tried again'),
  });

const improvements = ({ log, ...parts }: Parts): Follower =>
  improvementAutomation({
    ...parts,
    impacts: new StoredProblemImpact(parts.dataSource),
    metrics: new ProjectedMetrics({
      dataSource: parts.dataSource,
      themes: new StoredThemedTexts(parts.dataSource),
      waiter: parts.waiter,
      waitLimitMs: READ_MODEL_LIMIT_MS,
    }),
    onFailure: (error, subject) => log.error({ err: error, subject }, 'improvement failed, will be tried again'),
  });

const surveys = ({ log, ...parts }: Parts): Follower =>
  surveyAutomation({
    ...parts,
    pages: new ProjectedCustomerPages(parts.dataSource),
    onFailure: (error, invitationId) => log.error({ err: error, invitationId }, 'asking customers failed'),
  });

const weeklySampling = ({ client, dataSource, log, ...parts }: Parts, { sender }: CommandApplication): WeeklySampling =>
  new WeeklySampling({
    ...parts,
    dataSource,
    records: new WeekRecords(dataSource, client, parts.waiter),
    sender,
    onFailure: (error) => log.error({ err: error }, 'the weekly sample of service records failed, will be tried again'),
  });

function notices({ log, notices: mail, webhookSecrets = new Map(), ...parts }: Parts): NoticeAutomation[] {
  if (!mail) return [];
  const telling = new NoticeAutomation({
    ...parts,
    mail,
    webhookSecrets,
    onFailure: (error, timer) => log.error({ err: error, timer }, 'notices failed, will be tried again'),
  });
  return [telling];
}
