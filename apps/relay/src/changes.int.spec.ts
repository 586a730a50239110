import { randomUUID } from 'node:crypto';
import {
  commandApplication,
  domainCodec,
  domainProjections,
  openDatabase,
  publishedProjections,
} from '@tenure/composition';
import { EventStoreFeed } from '@tenure/event-store';
import { openLogTopic } from '@tenure/kafka/testing';
import { describeWithKafka, startTestPostgres, until } from '@tenure/local-servers/testing';
import { startProjector } from '@tenure/projector';
import { rebuildProjections, rowJson } from '@tenure/projections';
import type { KafkaMessage } from 'kafkajs';
import { pino } from 'pino';
import { type RunningRelay, startRelay } from './start.relay';

const log = pino({ level: 'silent' });
const QUEUE = 'complaint-queue';

describeWithKafka('compacted topics of rows', (kafka) => {
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  beforeEach(async () => {
    platform = await openPlatform();
  });
  afterEach(() => platform.stop());

  async function openPlatform() {
    const [logTopic, postgres] = await Promise.all([openLogTopic(kafka()), startTestPostgres()]);
    const { client } = logTopic;
    const dataSource = await openDatabase(postgres.url, 8);
    const projector = startProjector({ client, dataSource, log });
    const application = await commandApplication(client);
    const feed = new EventStoreFeed(client, domainCodec, () => undefined);
    const consumer = logTopic.kafka.consumer({ groupId: kafka().unique('rows'), readUncommitted: false });
    const records: KafkaMessage[] = [];
    const relays: RunningRelay[] = [];
    return {
      dataSource,
      records,
      start: (): RunningRelay => {
        const changes = { dataSource, feed, bindings: publishedProjections };
        const relay = startRelay({ client, brokers: kafka().brokers, log, topic: { topic: logTopic.topic }, changes });
        relays.push(relay);
        return relay;
      },
      consume: async () => {
        const topic = `${logTopic.topic}.projection.${QUEUE}`;
        const admin = logTopic.kafka.admin();
        await Promise.all([admin.connect(), consumer.connect()]);
        await until(async () => (await admin.listTopics()).includes(topic), `the topic ${topic}`);
        await admin.disconnect();
        await consumer.subscribe({ topic, fromBeginning: true });
        await consumer.run({ eachMessage: async ({ message }) => void records.push(message) });
      },
      open: async (...complaintIds: readonly string[]) => {
        for (const complaintId of complaintIds) {
          const command = application.catalogue.parse('OpenComplaint', {
            complaintId,
            customerId: 'k-1',
            channel: 'phone',
            subject: 'Late',
            receivedBy: 'anna',
            occurredAt: '2024-05-01T09:30:00+08:00',
          });
          const context = { commandId: randomUUID(), correlationId: 'test', actor: 'anna', source: 'test' };
          await application.sender.send(command, context);
        }
      },
      rebuild: () => rebuildProjections({ dataSource, feed, bindings: domainProjections, names: [QUEUE] }),
      stop: async () => {
        await Promise.all(relays.map((relay) => relay.close()));
        await consumer.disconnect();
        await application.close();
        await projector.close();
        await dataSource.destroy();
        await Promise.all([logTopic.stop(), postgres.stop()]);
      },
    };
  }

  const kindOf = ({ headers }: KafkaMessage) => String(headers?.['kind']);

  /** What a reader has who keeps the newest record of each key. */
  function kept(): Map<string, unknown> {
    const rows = new Map<string, unknown>();
    for (const record of platform.records.filter((one) => kindOf(one) === 'row')) {
      const key = String(record.key);
      if (record.value === null) rows.delete(key);
      else rows.set(key, JSON.parse(record.value.toString()));
    }
    return rows;
  }

  async function stored(): Promise<Map<string, unknown>> {
    const entity = publishedProjections.find(({ projection }) => projection.name === QUEUE)?.entity ?? Object;
    const rows: object[] = await platform.dataSource.getRepository(entity).find();
    return new Map(rows.map((row) => [String(Reflect.get(row, 'complaintId')), JSON.parse(rowJson(row))]));
  }

  async function untilKept(keys: readonly string[]): Promise<void> {
    const wanted = [...keys].sort().join();
    await until(
      () => [...kept().keys()].sort().join() === wanted,
      () => `${wanted}, not ${[...kept().keys()].join()}`,
    );
    expect(kept()).toEqual(await stored());
  }

  it('hold the newest row of each key, and go on where they ended', async () => {
    await platform.open('c-1', 'c-2');
    const first = platform.start();
    await until(async () => (await first.status()).role === 'leader', 'it leads');
    await platform.open('c-3');
    await until(async () => (await stored()).size === 3, 'three rows');
    await platform.consume();
    await untilKept(['c-1', 'c-2', 'c-3']);
    await first.close();
    const before = platform.records.length;
    await platform.open('c-4');
    platform.start();
    await untilKept(['c-1', 'c-2', 'c-3', 'c-4']);
    const since = platform.records.slice(before).filter((record) => kindOf(record) === 'row');
    expect(since.map(({ key }) => String(key))).toEqual(['c-4']);
    expect(since[0]?.headers).toMatchObject({ projection: Buffer.from(QUEUE), version: Buffer.from('2') });
  });

  it('lose the rows that a rebuild does not bring again', async () => {
    await platform.open('c-1', 'c-2');
    await until(async () => (await stored()).size === 2, 'two rows');
    await platform.dataSource.query(`UPDATE complaint_queue SET complaint_id = 'wrong' WHERE complaint_id = 'c-2'`);
    platform.start();
    await platform.consume();
    await untilKept(['c-1', 'wrong']);
    await platform.rebuild();
    await untilKept(['c-1', 'c-2']);
  });
});
