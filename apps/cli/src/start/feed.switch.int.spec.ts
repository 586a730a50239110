import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '@tenure/config';
import { startTestEventStore, type TestEventStore } from '@tenure/embedded-event-store/testing';
import { describeWithKafka, startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { startPlatform, type Platform } from './platform';

const HEADERS = { 'content-type': 'application/json' };

describeWithKafka('a platform whose feed is changed', (kafka) => {
  let dataDir: string;
  let topic: string;
  let eventStore: TestEventStore;
  let postgres: TestPostgres;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-feed-'));
    topic = kafka().unique('events');
    [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
  });
  afterAll(async () => {
    await eventStore.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function onFeed(feed: 'eventstore' | 'kafka', work: (platform: Platform) => Promise<void>): Promise<void> {
    const config = loadConfig({
      PORT: '0',
      TENURE_DATA_DIR: dataDir,
      TENURE_FEED: feed,
      TENURE_WAIT_FOR_LIMIT_MS: '120000',
      EVENTSTORE_URL: eventStore.connectionString,
      DATABASE_URL: postgres.url,
      TENURE_EVENTS_TOPIC: topic,
      KAFKA_BROKERS: kafka().brokers.join(','),
    });
    const log = pino({ level: 'silent' });
    const onLost = (error: Error) => {
      throw error;
    };
    const platform = await startPlatform({ config, log, onLost, onNotice: () => undefined });
    try {
      await work(platform);
    } finally {
      await platform.close();
    }
  }

  /** Registers a customer and sees them in the read model. */
  async function register({ apiUrl }: Platform, customerId: string): Promise<void> {
    const body = JSON.stringify({ customerId, name: 'Kunde', fieldSource: 'web-form' });
    const answer = await fetch(`${apiUrl}/customers`, { method: 'POST', headers: HEADERS, body });
    const { position } = (await answer.json()) as { position: string };
    const read = await fetch(`${apiUrl}/customers/${customerId}?waitFor=${position}`);
    expect(await read.json()).toMatchObject({ customerId });
  }

  it('shows what is written, whichever feeds it', async () => {
    await onFeed('eventstore', (platform) => register(platform, 'k-1'));
    await onFeed('kafka', async (platform) => {
      await register(platform, 'k-2');
      await register(platform, 'k-3');
    });
    await onFeed('eventstore', (platform) => register(platform, 'k-4'));
    await onFeed('kafka', async (platform) => {
      await register(platform, 'k-5');
      const list = await fetch(`${platform.apiUrl}/customers?limit=50`);
      const { items } = (await list.json()) as { items: { customerId: string }[] };
      expect(items.map(({ customerId }) => customerId).sort()).toEqual(['k-1', 'k-2', 'k-3', 'k-4', 'k-5']);
    });
  });
});
