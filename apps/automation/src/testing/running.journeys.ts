import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec, type CommandApplication } from '@tenure/composition';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { EventStoreFeed } from '@tenure/event-store';
import type { SurveyLinks } from '@tenure/feedback-contract';
import { surveyAutomation } from '@tenure/feedback-service';
import { CheckpointWaiter } from '@tenure/http';
import { journeyAutomation } from '@tenure/journey-service';
import { NoticeAutomation, type MailSettings } from '@tenure/notice-service';
import type { DataSource } from 'typeorm';
import type { KnownFacts } from './known.facts';

export interface JourneysOptions {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly commands: CommandApplication;
  readonly facts: KnownFacts;
  readonly surveyLinks?: SurveyLinks;
  /** Stands in for the sending of what is decided on surveys. */
  readonly send?: CommandApplication['sender']['send'];
  readonly mail: MailSettings;
  readonly now: () => string;
  readonly onFailure: (error: unknown) => void;
}

export interface Running {
  readonly position: bigint | undefined;
  close(): Promise<void>;
}

/** Journeys, surveys and the notices that they lead to, with nothing else of the automation beside them. */
export function runJourneys({ commands, facts, mail, surveyLinks, ...rest }: JourneysOptions): readonly Running[] {
  const { client, dataSource } = rest;
  const { executor, policies, sender } = commands;
  const feed = new EventStoreFeed(client, domainCodec, () => undefined);
  const customers = new ProjectedCustomerDirectory(dataSource, new CheckpointWaiter(dataSource));
  const voucherCodes = { codeOf: (voucherId: string) => `CODE-${voucherId}` };
  const parts = { ...rest, feed, policies, customers };
  const { send = (command, context) => sender.send(command, context) } = rest;
  const surveys = surveyAutomation({ ...parts, facts, pages: facts.pages, send, pollMs: 20, retryMs: 100 });
  const journeys = journeyAutomation({ ...parts, executor, facts, voucherCodes, pollMs: 20, retryMs: 100 });
  const notices = new NoticeAutomation({
    ...parts,
    ...(surveyLinks && { surveyLinks }),
    send: (command, context) => sender.send(command, context),
    mail,
    webhookSecrets: new Map(),
  });
  const all = [journeys, surveys, notices];
  for (const one of all) one.start();
  return all;
}
