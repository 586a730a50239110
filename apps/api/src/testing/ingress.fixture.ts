import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore } from '@tenure/embedded-event-store';
import { connectEventStore } from '@tenure/event-store';
import { connectKafka, createTopics, DEAD_LETTER_TOPIC, INGRESS_TOPIC, type RunningIngress } from '@tenure/kafka';
import { until, type TestKafka } from '@tenure/local-servers/testing';
import type { Kafka, KafkaMessage, Message } from 'kafkajs';
import { pino } from 'pino';
import { startEventIngress } from '../ingress/start.event-ingress';

export type IngressFixture = Awaited<ReturnType<typeof openIngress>>;

/** A topic of its own with whom it is for: members of a group that carry out into an event store, which can be stopped. */
export async function openIngress(broker: TestKafka) {
  const { brokers } = broker;
  const dataFolder = await mkdtemp(join(tmpdir(), 'tenure-ingress-'));
  let node = await startEmbeddedEventStore({ dataFolder });
  const client = connectEventStore(node.connectionString);
  const kafka = connectKafka({ brokers, clientId: 'test' });
  const [topic, deadLetters] = [{ topic: broker.unique('ingress') }, { topic: broker.unique('dead') }];
  const firstGroup = broker.unique('in');
  await createTopics(kafka, [
    { ...INGRESS_TOPIC, ...topic },
    { ...DEAD_LETTER_TOPIC, ...deadLetters },
  ]);
  // Where one partition is not served yet, kafkajs sends to all of them again: the broker knows what it has.
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const running: RunningIngress[] = [];
  const statuses = () => running.map((one) => one.status());
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void said.push(line) });
  const committed = () => committedBy(kafka, firstGroup, topic.topic);
  return {
    client,
    committed,
    stopEventStore: () => node.stop(),
    restartEventStore: async () => void (node = await startEmbeddedEventStore({ dataFolder, port: node.port })),
    send: (messages: Message[]) => producer.send({ ...topic, messages }),
    start: async (group = firstGroup): Promise<RunningIngress> => {
      const started = await startEventIngress({ client, brokers, log, topic, deadLetters, group });
      running.push(started);
      return started;
    },
    /** What was carried out is no measure of it: where a group formed anew, some is counted twice. */
    untilCommitted: (count: number) => {
      let found: number | string = 0;
      const isSo = async () => {
        // Until somebody keeps a new group's offsets, Kafka refuses to tell them.
        found = await committed().catch(String);
        return found === count;
      };
      return until(
        isSo,
        () => `${found} committed, not ${count}, with ${JSON.stringify(statuses())} and ${said.join('')}`,
      );
    },
    deadLetters: (count: number) => readRecords(kafka, broker.unique('letters'), deadLetters.topic, count),
    stop: async () => {
      await Promise.all(running.map((one) => one.close()));
      await producer.disconnect();
      await client.dispose();
      await node.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

async function committedBy(kafka: Kafka, groupId: string, topic: string): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
    return (offsets?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  } finally {
    await admin.disconnect();
  }
}

async function readRecords(kafka: Kafka, groupId: string, topic: string, count: number): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId });
  const records: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve) => {
    void consumer.run({
      eachMessage: async ({ message }) => {
        records.push(message);
        if (records.length >= count) resolve();
      },
    });
  });
  await consumer.disconnect();
  return records;
}
