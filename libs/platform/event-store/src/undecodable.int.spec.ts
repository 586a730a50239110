import { binaryEvent, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore, type TestEventStore } from '@tenure/embedded-event-store/testing';
import type { FeedEvent } from '@tenure/projections';
import { connectEventStore } from './event-store.client';
import { EventStoreFeed } from './event-store.feed';
import { rereadFrom } from './event.reread';
import { counter } from './testing/counter.aggregate';

describe('events that can not be decoded', () => {
  let server: TestEventStore;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    server = await startTestEventStore();
    client = connectEventStore(server.connectionString);
    const metadata = { customerId: 'f', schemaVersion: 1, commandId: 'c', occurredAt: '2024-05-01T09:30:00Z' };
    await client.appendToStream('counter-f', [
      jsonEvent({ type: 'Counted', data: { counterId: 'f', by: 1 }, metadata }),
      jsonEvent({ type: 'Counted', data: { counterId: 'f', by: 'many' }, metadata }),
      jsonEvent({ type: 'Counted', data: { counterId: 'f', by: 2 }, metadata: { ...metadata, schemaVersion: 2 } }),
      binaryEvent({ type: 'Counted', data: Buffer.from([1, 2, 3]), metadata: Buffer.from('{"customerId":"f"}') }),
      jsonEvent({ type: 'NobodyKnowsIt', data: {}, metadata }),
      jsonEvent({ type: 'Counted', data: { counterId: 'f', by: 3 }, metadata }),
    ]);
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });

  async function readAll() {
    const stopping = new AbortController();
    const reasons: string[] = [];
    const feed = new EventStoreFeed(client, counter.codec, ({ reason }) => reasons.push(reason));
    const found: FeedEvent[][] = [[], []];
    for await (const batch of feed.batches(undefined, { maxEvents: 100, signal: stopping.signal })) {
      found[0]?.push(...batch.events);
      found[1]?.push(...(batch.undecodable ?? []));
      if (batch.caughtUp) stopping.abort();
    }
    const [decoded = [], undecodable = []] = found;
    return { decoded, undecodable, reasons };
  }

  it('are handed out beside the others where their type is known, as they are stored', async () => {
    const { decoded, undecodable, reasons } = await readAll();
    expect(decoded.map(({ revision }) => revision)).toEqual([0n, 5n]);
    expect(undecodable).toMatchObject([
      { revision: 1n, data: { by: 'many' }, undecodable: expect.stringContaining('by should be of kind number') },
      { revision: 2n, data: { by: 2 }, undecodable: expect.stringContaining('schema version 2') },
      { revision: 3n, data: Buffer.from([1, 2, 3]), metadata: { customerId: 'f' } },
    ]);
    expect(reasons).toHaveLength(4);
    expect(reasons).toContain('unknown event type NobodyKnowsIt');
  });

  it('are read again by position like any other, in one call', async () => {
    const { decoded, undecodable } = await readAll();
    const all = [...decoded, ...undecodable];
    const again = await rereadFrom(client, counter.codec)(all.map(({ position }) => position));
    expect(again).toEqual(all);
    expect(await rereadFrom(client, counter.codec)([999_999n])).toEqual([]);
  });
});
