import { resolve } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { startApi, startEventIngress } from '@tenure/api';
import { startAutomation } from '@tenure/automation';
import { domainCodec, openDatabase, publishedProjections } from '@tenure/composition';
import type { Config } from '@tenure/config';
import { connectEventStore, EventStoreFeed } from '@tenure/event-store';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import { topicBeside } from '@tenure/kafka';
import type { MailSettings } from '@tenure/notice-service';
import { startProjector } from '@tenure/projector';
import { startRelay } from '@tenure/relay';
import { isEmpty } from './emptiness.check';
import { keptLinkKey } from './link.key';
import type { ResourceStack } from './resource.stack';
import type { Servers } from './servers';

export interface ServicesOptions {
  readonly config: Config;
  readonly servers: Servers;
  readonly opened: ResourceStack;
  readonly log: Logger;
}

export interface RunningServices {
  readonly apiUrl: string;
  /** Nothing had been recorded by anybody before they started. */
  readonly wasEmpty: boolean;
}

/**
 * Starts projector, automation and API in this process, in this order, with Kafka's relay before and its ingress among
 * them where Kafka is the feed; what was started is on the stack.
 */
export async function startServices(options: ServicesOptions): Promise<RunningServices> {
  const { config, servers, opened, log } = options;
  const { client, dataSource } = await connect(options);
  const wasEmpty = await isEmpty(client);
  const now = (): string => new Date().toISOString();
  const logTopic = servers.kafkaBrokers && { brokers: servers.kafkaBrokers, topic: config.eventsTopic };
  const changes = {
    dataSource,
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    bindings: publishedProjections,
  };
  const relay =
    logTopic && startRelay({ client, brokers: logTopic.brokers, topic: { topic: logTopic.topic }, changes, log });
  if (relay) opened.push('The relay', () => relay.close());
  const projector = startProjector({ client, dataSource, log, logTopic });
  opened.push('The projector', () => projector.close());
  const surveyLinks = await surveyLinksOf(config);
  const automation = await startAutomation({
    client,
    dataSource,
    log,
    now,
    notices: mailOf(config),
    webhookSecrets: config.webhookSecrets,
    surveyLinks,
  });
  opened.push('The automation', () => automation.close());
  const ingress =
    logTopic && (await startEventIngress({ client, brokers: logTopic.brokers, log, ...ingressBeside(logTopic.topic) }));
  if (ingress) opened.push('The ingress', () => ingress.close());
  const beside = { projector, relay, automation, ingress, surveyLinks };
  const api = await startApi({ settings: config, client, dataSource, ...beside, log });
  opened.push('The API', () => api.close());
  return { apiUrl: api.url, wasEmpty };
}

/** Where customers reach the API, and what makes their links impossible to guess. */
async function surveyLinksOf({ publicUrl, linkKey, host, port, dataDir }: Config): Promise<KeyedSurveyLinks> {
  const address = (publicUrl ?? `http://${host}:${port}`).replace(/\/+$/, '');
  return new KeyedSurveyLinks(address, linkKey ?? (await keptLinkKey(resolve(dataDir))));
}

/** `.eml` files lie in the data folder unless the setting says where else. */
const mailOf = ({ smtpUrl, mailFrom, mailFolder, dataDir }: Config): MailSettings => ({
  smtpUrl,
  from: mailFrom,
  folder: resolve(dataDir, mailFolder),
});

/** Each log has topics of its own: brokers may serve several. */
const ingressBeside = (logTopic: string) => ({
  topic: { topic: topicBeside(logTopic, 'ingress') },
  deadLetters: { topic: topicBeside(logTopic, 'ingress.dead-letter') },
  group: topicBeside(logTopic, 'ingress').replaceAll('.', '-'),
});

interface Connections {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
}

async function connect({ config, servers, opened, log }: ServicesOptions): Promise<Connections> {
  const client = connectEventStore(servers.eventStoreUrl);
  opened.push('The connection to the event store', () => client.dispose());
  const dataSource = await openDatabase(servers.databaseUrl, config.databaseConnections, (notice) => log.warn(notice));
  opened.push('The connections to PostgreSQL', () => dataSource.destroy());
  return { client, dataSource };
}
