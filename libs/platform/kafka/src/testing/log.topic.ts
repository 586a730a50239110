import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { type AnyCodec, connectEventStore, EventStoreFeed, recordedAt } from '@tenure/event-store';
import type { Recorded } from '@tenure/kernel';
import type { TestKafka } from '@tenure/local-servers/testing';
import type { Feed, FeedBatch } from '@tenure/projections';
import { connectKafka } from '../kafka.client';
import { LogPublisher } from '../publishing/log.publisher';
import type { KafkaFeedOptions } from '../reading/feed.options';
import { KafkaFeed } from '../reading/kafka.feed';
import { createTopics, withAdmin } from '../topic.creation';

/** Every type is known, and data is what was stored. */
export const plainCodec: AnyCodec = {
  types: [],
  decode: (type, _version, data) => ({ known: true, event: { type, data: Object(data) as object } }),
};

/** Stands for the offset after the last record. */
export const EVERYTHING = '-1';

/** A log on a node of its own, with a topic for it. */
export async function openLogTopic(kafka: TestKafka, partitions = 3) {
  const node = await startTestEventStore();
  const client = connectEventStore(node.connectionString);
  const connection = connectKafka({ brokers: kafka.brokers, clientId: 'test' });
  const topic = kafka.unique('events');
  await createTopics(connection, [{ topic, partitions, retentionMs: -1 }]);
  const log = new EventStoreFeed(client, plainCodec, () => undefined);
  return {
    node,
    client,
    kafka: connection,
    topic,
    log,
    append: (count: number) => appendEvents(client, count),
    openPublisher: () => LogPublisher.open(connection, { topic, transactionalId: topic }),
    feed: (options: Partial<KafkaFeedOptions> = {}) =>
      new KafkaFeed({
        kafka: connection,
        topic,
        codec: plainCodec,
        log,
        recordedAt: (position) => recordedAt(client, position),
        onUnreadable: () => undefined,
        ...options,
      }),
    /** Deletes what is before an offset in each partition. */
    expire: (offsets: readonly string[]) =>
      withAdmin(connection, async (admin) => {
        // kafkajs only knows where a partition is once it has been asked about its topic.
        await admin.fetchTopicOffsets(topic);
        const before = offsets.map((offset, partition) => ({ partition, offset }));
        await admin.deleteTopicRecords({ topic, partitions: before.filter(({ offset }) => offset !== '0') });
      }),
    stop: async () => {
      await client.dispose();
      await node.stop();
    },
  };
}

/** Payments of some customers, a stream each; resolves to the position of the last one. */
async function appendEvents(client: EventStoreDBClient, count: number): Promise<bigint> {
  const appends = Array.from({ length: count }, (_, index) => {
    const customerId = `customer ${index % 17}`;
    return client.appendToStream(
      `account-${customerId}`,
      jsonEvent({
        type: 'AmountPaid',
        data: { account: customerId, amountMinor: index },
        metadata: {
          customerId,
          commandId: `command ${index}`,
          correlationId: 'sample',
          actor: 'test',
          source: 'test',
          schemaVersion: 1,
          occurredAt: '2024-05-01T09:30:00+08:00',
        },
      }),
    );
  });
  const positions = (await Promise.all(appends)).map(({ position }) => position?.commit ?? 0n);
  return positions.reduce((last, position) => (position > last ? position : last), -1n);
}

/** Publishes what a feed has beyond where the publisher is, up to a position, in batches of `maxEvents`. */
export async function publishUpTo(publisher: LogPublisher, log: Feed, upTo: bigint, maxEvents = 50): Promise<void> {
  for await (const { events, position } of batchesUpTo(log, publisher.position, upTo, maxEvents)) {
    await publisher.publish(events, position);
  }
}

/** All events of a feed beyond `after` up to a position. */
export async function readUpTo(
  feed: Feed,
  after: bigint | undefined,
  upTo: bigint,
  maxEvents = 40,
): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for await (const batch of batchesUpTo(feed, after, upTo, maxEvents)) events.push(...batch.events);
  return events;
}

async function* batchesUpTo(
  feed: Feed,
  after: bigint | undefined,
  upTo: bigint,
  maxEvents: number,
): AsyncGenerator<FeedBatch> {
  if (after !== undefined && after >= upTo) return;
  const stopping = new AbortController();
  for await (const batch of feed.batches(after, { maxEvents, signal: stopping.signal })) {
    yield batch;
    if (batch.position >= upTo) return;
  }
}
