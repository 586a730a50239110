import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { domainCodec } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition, recordedAt } from '@tenure/event-store';
import { connectKafka, KafkaFeed, LOG_TOPIC } from '@tenure/kafka';
import { startEmbeddedPostgres, startLocalKafka } from '@tenure/local-servers';
import { startRelay } from '@tenure/relay';
import pino from 'pino';
import { startNode } from '../harness.mjs';

const POLL_MS = 50;

/** Event store, Kafka with a relay between them, and PostgreSQL: each a process of its own but the relay. */
export async function startServers() {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const log = pino({ level: 'warn' }, pino.destination(2));
  const node = await startNode();
  const client = connectEventStore(node.url);
  const broker = await startLocalKafka({ dataFolder: join(folder, 'kafka') });
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') });
  const kafka = connectKafka({ brokers: broker.brokers, clientId: 'bench' });
  const relay = startRelay({ client, brokers: broker.brokers, log });
  const direct = new EventStoreFeed(client, domainCodec, ({ reason }) => console.error(reason));
  return {
    client,
    kafka,
    postgres,
    direct,
    throughKafka: new KafkaFeed({
      kafka,
      topic: LOG_TOPIC.topic,
      codec: domainCodec,
      log: direct,
      recordedAt: (position) => recordedAt(client, position),
      onUnreadable: ({ reason }) => console.error(reason),
      onRepair: ({ after, upTo }) => console.error(`read from the log: ${after} to ${upTo}`),
    }),
    /** Resolves when Kafka has everything that the log has. */
    untilRelayed: async () => {
      const head = await headPosition(client);
      while (((await relay.status()).position ?? -1n) < head) await delay(POLL_MS);
    },
    stop: async () => {
      await relay.close();
      await client.dispose();
      await postgres.stop();
      await broker.stop();
      await node.stop();
      await rm(folder, { recursive: true });
    },
  };
}
