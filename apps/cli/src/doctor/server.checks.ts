import { Client } from 'pg';
import type { Config } from '@tenure/config';
import { connectEventStore, headPosition } from '@tenure/event-store';
import { connectKafka } from '@tenure/kafka';
import { ApiClient } from '../api.client';
import { readProjections, type ProjectionStatus } from '../queries/projections.query';
import type { RunningPlatform } from '../running.platform';
import { examine, skip, type Finding } from './finding';

const MOST_LAG_SECONDS = 30;

/** What can be reached: servers that are set, and whatever runs on the data folder. */
export async function checkServers(config: Config, running: RunningPlatform | undefined): Promise<readonly Finding[]> {
  const apiUrl = config.url ?? running?.apiUrl;
  return Promise.all([
    examineAt('Event store', config.eventStoreUrl ?? running?.eventStoreUrl, NOT_RUNNING, eventStoreHead),
    examineAt('PostgreSQL', config.databaseUrl, EMBEDDED, databaseVersion),
    examineAt('Kafka', brokersOf(config, running), config.feed === 'kafka' ? NOT_RUNNING : NO_KAFKA, kafkaCluster),
    examineAt('API', apiUrl, NOT_RUNNING, apiReady),
    examineAt('Projections', apiUrl, NOT_RUNNING, projectionsCaughtUp),
  ]);
}

const examineAt = (
  check: string,
  url: string | undefined,
  otherwise: string,
  look: (url: string) => Promise<string>,
): Promise<Finding> => (url === undefined ? Promise.resolve(skip(check, otherwise)) : examine(check, () => look(url)));

const NOT_RUNNING = 'the platform does not run on this data folder';
const EMBEDDED = 'the embedded server comes with the platform; the check of the API covers it';

const NO_KAFKA = 'EventStoreDB itself is the feed';

const brokersOf = ({ feed, kafkaBrokers }: Config, running: RunningPlatform | undefined): string | undefined =>
  (running?.kafkaBrokers ?? (feed === 'kafka' ? kafkaBrokers : undefined))?.join(',');

async function kafkaCluster(brokers: string): Promise<string> {
  const admin = connectKafka({ brokers: brokers.split(','), clientId: 'tenure-doctor' }).admin();
  await admin.connect();
  try {
    const { brokers: found } = await admin.describeCluster();
    return `answers at ${brokers}; brokers: ${found.length}`;
  } finally {
    await admin.disconnect();
  }
}

async function eventStoreHead(url: string): Promise<string> {
  const client = connectEventStore(url);
  try {
    const head = await headPosition(client);
    return head === undefined ? 'answers; it is empty' : `answers; its newest event is at ${head}`;
  } finally {
    await client.dispose();
  }
}

async function databaseVersion(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return `answers; version ${rows[0]?.server_version ?? 'unknown'}`;
  } finally {
    await client.end();
  }
}

async function apiReady(url: string): Promise<string> {
  await new ApiClient(url).get('/health/ready');
  return `ready at ${url}`;
}

async function projectionsCaughtUp(url: string): Promise<string> {
  const complaints = (await readProjections(new ApiClient(url))).flatMap(complaintOf);
  if (complaints.length === 0) return 'all have caught up';
  throw new Error(complaints.join('; '));
}

function complaintOf({ name, failure, lagEvents, lagSeconds = 0 }: ProjectionStatus): readonly string[] {
  if (failure) return [`${name} does not go on: ${failure.message}`];
  return lagSeconds > MOST_LAG_SECONDS ? [`${name} is ${lagEvents ?? 'many'} events and ${lagSeconds} s behind`] : [];
}
