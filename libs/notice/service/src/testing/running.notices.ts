import type { EventStoreDBClient } from '@eventstore/db-client';
import { CreateAutomationPosition1700000001000 } from '@tenure/automation-runtime';
import type { WebhookSecrets } from '@tenure/config';
import { complaintCodec } from '@tenure/complaint-contract';
import { CommandExecutor, EventStoreFeed, headPosition, mergeCodecs, rereadFrom } from '@tenure/event-store';
import { historyLoadCodec } from '@tenure/history-load-contract';
import { noticeCodec } from '@tenure/notice-contract';
import type { PolicyBook } from '@tenure/policy-contract';
import { createDataSource, runMigrations } from '@tenure/postgres';
import {
  CreateProjectionCheckpoint1700000000000,
  CreateProjectionParking1700000000900,
  ProjectionCheckpoint,
  ProjectionEngine,
} from '@tenure/projections';
import { migrateTimers } from '@tenure/timers';
import type { DataSource } from 'typeorm';
import { noticeAggregate } from '../notice.aggregate';
import { NoticeAutomation } from '../notice.automation';
import type { NoticeDependencies } from '../notice.handlers';
import { NoticeInboxEntry } from '../notice-inbox.entity';
import { noticeMigrations, noticeProjections } from '../notice.projections';

export interface NoticesOptions {
  readonly client: EventStoreDBClient;
  readonly databaseUrl: string;
  readonly policies: PolicyBook;
  readonly mailFolder: string;
  readonly smtpUrl?: string;
  readonly webhookSecrets: WebhookSecrets;
  readonly onFailure: (error: unknown) => void;
}

export interface RunningNotices {
  readonly dataSource: DataSource;
  readonly automation: NoticeAutomation;
  close(): Promise<void>;
}

const codec = mergeCodecs([noticeCodec, complaintCodec, historyLoadCodec]);

/** Projection, process and timers of the notices, as the platform runs them, with no other domain beside them. */
export async function runNotices(options: NoticesOptions): Promise<RunningNotices> {
  const { client, databaseUrl, onFailure } = options;
  const dataSource = await openNoticeDatabase(databaseUrl);
  const dependencies = dependenciesOf(options, dataSource);
  const feed = new EventStoreFeed(client, codec, () => undefined);
  const engine = new ProjectionEngine({
    dataSource,
    feed,
    reread: rereadFrom(client, codec),
    bindings: noticeProjections,
    head: () => headPosition(client),
    onFailure: (_projections, error) => onFailure(error),
    onParked: (parked) => onFailure(parked),
  });
  const automation = new NoticeAutomation({ ...dependencies, feed, onFailure });
  engine.start();
  automation.start();
  return {
    dataSource,
    automation,
    close: async () => {
      await Promise.all([automation.close(), engine.stop()]);
      await dataSource.destroy();
    },
  };
}

/** With every table that notices need. */
export async function openNoticeDatabase(url: string): Promise<DataSource> {
  const dataSource = await createDataSource({
    url,
    entities: [ProjectionCheckpoint, NoticeInboxEntry],
    migrations: [
      CreateProjectionCheckpoint1700000000000,
      CreateProjectionParking1700000000900,
      CreateAutomationPosition1700000001000,
      ...noticeMigrations,
    ],
  });
  await runMigrations(dataSource);
  await migrateTimers(url);
  return dataSource;
}

function dependenciesOf(
  { client, policies, webhookSecrets, ...mail }: NoticesOptions,
  dataSource: DataSource,
): NoticeDependencies {
  const executor = new CommandExecutor(client);
  return {
    client,
    dataSource,
    policies,
    send: (command, context) => executor.execute(noticeAggregate, { ...command }, context),
    now: () => new Date().toISOString(),
    mail: { smtpUrl: mail.smtpUrl, folder: mail.mailFolder, from: 'tenure@example.com' },
    webhookSecrets,
  };
}
