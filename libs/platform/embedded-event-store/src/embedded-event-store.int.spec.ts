import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from './embedded-event-store';
import { DataFolderInUseError } from './log/log.errors';

describe('the embedded event store', () => {
  const running: EmbeddedEventStore[] = [];
  const clients: EventStoreDBClient[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-embedded-'));
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await Promise.all(running.splice(0).map((node) => node.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('holds after a restart streams, metadata, deletions, positions and what makes appends idempotent', async () => {
    const first = await start();
    const events = newEvents(5);
    const written = await first.client.appendToStream('kept', events, { expectedRevision: 'no_stream' });
    await first.client.appendToStream('cut', newEvents(5));
    await first.client.setStreamMetadata('cut', { maxCount: 2 });
    await first.client.appendToStream('deleted', newEvents(2));
    await first.client.deleteStream('deleted');
    await first.client.appendToStream('ended', newEvents(1));
    await first.client.tombstoneStream('ended');
    const before = await readAll(first.client);
    await stop(first);

    const { client } = await start();
    expect(await readAll(client)).toEqual(before);
    expect(await client.appendToStream('kept', events)).toEqual(written);
    expect(await client.appendToStream('kept', events, { expectedRevision: 'no_stream' })).toEqual(written);
    expect(await revisions(client, 'cut')).toEqual([3n, 4n]);
    await expect(revisions(client, 'deleted')).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(revisions(client, 'ended')).rejects.toMatchObject({ type: 'stream-deleted' });
    const next = await client.appendToStream('deleted', newEvents(1), { expectedRevision: 1n });
    expect(next.nextExpectedRevision).toBe(2n);
  });

  it('reads and appends across many segments', async () => {
    const first = await start({ segmentBytes: 2000 });
    for (let round = 0; round < 30; round++) await first.client.appendToStream(`s-${round % 3}`, newEvents(3));
    const forwards = await readAll(first.client);
    const backwards: string[] = [];
    for await (const { event } of first.client.readAll({ direction: 'backwards', fromPosition: 'end' })) {
      backwards.push(event?.id ?? '');
    }
    expect(forwards).toHaveLength(90);
    expect(backwards.reverse()).toEqual(forwards.map(({ id }) => id));
    await stop(first);
    const second = await start({ segmentBytes: 2000 });
    expect(await readAll(second.client)).toEqual(forwards);
    expect(await revisions(second.client, 's-1')).toHaveLength(30);
  });

  it('refuses a second node on its folder', async () => {
    await start();
    await expect(startEmbeddedEventStore({ dataFolder: folder })).rejects.toThrow(DataFolderInUseError);
  });

  it('answers with an error that says why while it can not write, and writes again when it can', async () => {
    const { client } = await start({ segmentBytes: 1 });
    await client.appendToStream('s', newEvents(1));
    await rename(folder, `${folder}-away`);
    const refused = client.appendToStream('s', newEvents(1));
    await expect(refused).rejects.toThrow(/can't write to its data folder: ENOENT/);
    await expect(client.deleteStream('s')).rejects.toThrow(/can't write/);
    expect(await revisions(client, 's')).toEqual([0n]);
    await rename(`${folder}-away`, folder);
    const result = await client.appendToStream('s', newEvents(1), { expectedRevision: 0n });
    expect(result.nextExpectedRevision).toBe(1n);
  });

  it('refuses a batch that would take too much room because of a very long name, and lives with such names', async () => {
    const { client } = await start();
    const name = `ä${'x'.repeat(20_000)}`;
    const events = Array.from({ length: 5000 }, () => jsonEvent({ type: 'T', data: {} }));
    await expect(client.appendToStream(name, events)).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
    await client.appendToStream(name, newEvents(1));
    await expect(client.deleteStream(name, { expectedRevision: 7n })).rejects.toMatchObject({ actualVersion: 0n });
    expect(await revisions(client, name)).toEqual([0n]);
  });

  it('points to a real node for what it does not do', async () => {
    const { client } = await start();
    const refused = client.createPersistentSubscriptionToStream('s', 'g', {
      ...{ startFrom: 'start', checkPointAfter: 1, checkPointLowerBound: 1, checkPointUpperBound: 1 },
      ...{ consumerStrategyName: 'RoundRobin', extraStatistics: false, historyBufferSize: 1, liveBufferSize: 1 },
      ...{ maxRetryCount: 1, maxSubscriberCount: 1, messageTimeout: 1, readBatchSize: 1, resolveLinkTos: false },
    });
    await expect(refused).rejects.toThrow(/UNIMPLEMENTED.*use an EventStoreDB or KurrentDB node/);
  });

  it('stops at once with subscriptions open, and may be told so twice', async () => {
    const node = await start();
    const subscription = node.client.subscribeToAll();
    const ended = new Promise<unknown>((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.on('confirmation', resolve));
    await Promise.all([node.node.stop(), node.node.stop()]);
    expect(await ended).toMatchObject({ type: 'unavailable' });
  });

  async function start(
    options: { segmentBytes?: number } = {},
  ): Promise<{ node: EmbeddedEventStore; client: EventStoreDBClient }> {
    const node = await startEmbeddedEventStore({ dataFolder: folder, ...options });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    running.push(node);
    clients.push(client);
    return { node, client };
  }

  async function stop({ node, client }: { node: EmbeddedEventStore; client: EventStoreDBClient }): Promise<void> {
    await client.dispose();
    await node.stop();
  }
});

function newEvents(count: number): EventData[] {
  return Array.from({ length: count }, (_, number) =>
    jsonEvent({ type: 'Tested', data: { number, padding: 'x'.repeat(100) } }),
  );
}

async function readAll(client: EventStoreDBClient): Promise<{ id: string; revision: bigint; commit: bigint }[]> {
  const events: { id: string; revision: bigint; commit: bigint }[] = [];
  for await (const { event } of client.readAll()) {
    if (event !== undefined) events.push({ id: event.id, revision: event.revision, commit: event.position.commit });
  }
  return events;
}

async function revisions(client: EventStoreDBClient, stream: string): Promise<bigint[]> {
  const found: bigint[] = [];
  for await (const { event } of client.readStream(stream)) found.push(event?.revision ?? -1n);
  return found;
}
