import { jsonEvent } from '@eventstore/db-client';
import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { openLogTopic } from '@tenure/kafka/testing';
import { describeWithKafka, startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { verifyProjection, waitForPosition } from '@tenure/projections';
import { startProjector } from '@tenure/projector';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { startRelay } from './start.relay';

describeWithKafka('switching a running system from one feed to the other', (kafka) => {
  const silent = pino({ level: 'silent' });
  const names = domainProjections.map(({ projection }) => projection.name);
  let log: Awaited<ReturnType<typeof openLogTopic>>;
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    log = await openLogTopic(kafka());
    postgres = await startTestPostgres();
    dataSource = await openDatabase(postgres.url, 10);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
    await log.stop();
  });

  /** Some customers complain, over and over. */
  async function write(round: number): Promise<void> {
    for (let number = 0; number < 100; number++) {
      const [complaintId, customerId] = [`${round}-${number}`, `customer-${number % 7}`];
      const occurredAt = '2024-05-01T09:30:00+08:00';
      const data = { complaintId, customerId, channel: 'phone', subject: 'Late', owner: 'anna', openedAt: occurredAt };
      const metadata = { customerId, commandId: complaintId, occurredAt, schemaVersion: 1 };
      await log.client.appendToStream(
        `complaint-${complaintId}`,
        jsonEvent({ type: 'ComplaintOpened', data, metadata }),
      );
    }
  }

  it('loses nothing and repeats nothing', async () => {
    const { client } = log;
    const relay = startRelay({ client, brokers: kafka().brokers, log: silent, topic: { topic: log.topic } });
    const logTopic = { brokers: kafka().brokers, topic: log.topic };
    for (const [round, source] of [logTopic, undefined, logTopic, undefined].entries()) {
      const projector = startProjector({ client, dataSource, log: silent, logTopic: source });
      const writing = write(round);
      // In the midst of it, but for the last time.
      if (round === 3) await waitForPosition(dataSource, names, await writing.then(head), 120_000);
      await projector.close();
      await writing;
    }
    await relay.close();
    for (const name of names) {
      const feed = new EventStoreFeed(client, domainCodec, () => undefined);
      const verification = await verifyProjection({
        dataSource,
        bindings: domainProjections,
        name,
        feed,
        head: () => headPosition(client),
      });
      expect(verification).toMatchObject({ projection: name, isComplete: true, position: await head() });
    }
  }, 300_000);

  const head = async () => (await headPosition(log.client)) ?? 0n;
});
