import type { EventStoreDBClient } from '@eventstore/db-client';
import type { CustomerFactsReader } from '@tenure/behaviour-contract';
import { domainCodec, type CommandApplication } from '@tenure/composition';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { EventStoreFeed } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { journeyAutomation } from '@tenure/journey-service';
import { NoticeAutomation, type MailSettings } from '@tenure/notice-service';
import type { DataSource } from 'typeorm';

export interface JourneysOptions {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly commands: CommandApplication;
  readonly facts: CustomerFactsReader;
  readonly mail: MailSettings;
  readonly now: () => string;
  readonly onFailure: (error: unknown) => void;
}

export interface Running {
  readonly position: bigint | undefined;
  close(): Promise<void>;
}

/** Journeys and the notices that they lead to, with nothing else of the automation beside them. */
export function runJourneys({ commands, facts, mail, ...rest }: JourneysOptions): readonly Running[] {
  const { client, dataSource } = rest;
  const { executor, policies, sender } = commands;
  const feed = new EventStoreFeed(client, domainCodec, () => undefined);
  const customers = new ProjectedCustomerDirectory(dataSource, new CheckpointWaiter(dataSource));
  const voucherCodes = { codeOf: (voucherId: string) => `CODE-${voucherId}` };
  const parts = { ...rest, feed, policies, customers };
  const journeys = journeyAutomation({ ...parts, executor, facts, voucherCodes, pollMs: 20, retryMs: 100 });
  const notices = new NoticeAutomation({
    ...parts,
    send: (command, context) => sender.send(command, context),
    mail,
    webhookSecrets: new Map(),
  });
  journeys.start();
  notices.start();
  return [journeys, notices];
}
