import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, streamNameFilter, type Position } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '@tenure/embedded-event-store';
import { collect, errorOf, idsOf, itEmbedded, newEvents, newStreamName, revisionsOf } from './event-store.fixture';
import { EMPTY_SETTINGS, PREFACE, RawConnections, written } from './broken-client.fixture';
import { SubscriptionProbe } from './subscription.fixture';

/** A server that others use is not stopped: against EVENTSTORE_URL these are skipped. */
describe('a restart of the node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-restart-'));
  const stream = newStreamName();
  let node: EmbeddedEventStore | undefined;
  let client: EventStoreDBClient;
  let port = 0;
  beforeEach(async () => {
    await start();
    client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
  });
  afterEach(async () => {
    await client.dispose();
    await node?.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  itEmbedded('leaves every event, revision and position as it was', async () => {
    for (const count of [1, 20, 300]) await client.appendToStream(stream, newEvents(count));
    const before = { stream: await collect(client.readStream(stream)), all: await collect(client.readAll()) };
    await restart();
    expect(await collect(client.readStream(stream))).toEqual(before.stream);
    expect(await collect(client.readAll())).toEqual(before.all);
  });

  itEmbedded('keeps metadata, soft deletes, tombstones and known ids', async () => {
    const [limited, deleted, tombstoned, repeated] = Array.from({ length: 4 }, () => newStreamName());
    const events = newEvents(3);
    for (const name of [limited, deleted, tombstoned]) await client.appendToStream(String(name), newEvents(3));
    await client.setStreamMetadata(String(limited), { maxCount: 1 });
    await client.deleteStream(String(deleted));
    await client.tombstoneStream(String(tombstoned));
    const first = await client.appendToStream(String(repeated), events);
    await restart();
    expect(revisionsOf(await collect(client.readStream(String(limited))))).toEqual([2n]);
    expect(await errorOf(collect(client.readStream(String(deleted))))).toMatchObject({ type: 'stream-not-found' });
    expect(await errorOf(collect(client.readStream(String(tombstoned))))).toMatchObject({ type: 'stream-deleted' });
    expect(await client.appendToStream(String(repeated), events)).toEqual(first);
  });

  itEmbedded('ends a subscription with `unavailable`; resumed, it misses and repeats nothing', async () => {
    const name = newStreamName();
    const whole = newEvents(8);
    const before = new SubscriptionProbe(client.subscribeToAll());
    await client.appendToStream(name, whole.slice(0, 5));
    await before.until(() => before.of(name).length === 5);
    await restart();
    await before.until(({ error }) => error !== undefined);
    expect(before.error).toMatchObject({ type: 'unavailable' });
    await client.appendToStream(name, whole.slice(5));
    const after = new SubscriptionProbe(client.subscribeToAll({ fromPosition: before.of(name)[4]?.position }));
    await after.until(() => after.of(name).length === 3);
    expect([...before.of(name), ...after.of(name)].map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    await after.stop();
  });

  itEmbedded('lets a subscription to a stream go on at its revision', async () => {
    const name = newStreamName();
    await client.appendToStream(name, newEvents(5));
    await restart();
    const probe = new SubscriptionProbe(client.subscribeToStream(name, { fromRevision: 2n }));
    await client.appendToStream(name, newEvents(1));
    await probe.until(({ events }) => events.length === 3);
    expect(probe.revisions).toEqual([3n, 4n, 5n]);
    await probe.stop();
  });

  itEmbedded('lets a filtered subscription go on at its checkpoint', async () => {
    const wanted = newStreamName('wanted');
    for (let round = 0; round < 40; round++) {
      await client.appendToStream(newStreamName('unwanted'), newEvents(5));
      if (round === 30) await client.appendToStream(wanted, newEvents(1));
    }
    const checkpoint = await firstCheckpoint(wanted);
    await restart();
    const filter = streamNameFilter({ prefixes: [wanted] });
    const probe = new SubscriptionProbe(client.subscribeToAll({ fromPosition: checkpoint, filter }));
    await probe.until(({ caughtUps }) => caughtUps === 1);
    expect(probe.events.map(({ stream: name, revision }) => [name, revision])).toEqual([[wanted, 0n]]);
    await probe.stop();
  });

  itEmbedded('answers what was under way, one way or the other', async () => {
    const name = newStreamName();
    const batches = Array.from({ length: 200 }, () => newEvents(2));
    const settled = Promise.allSettled(batches.map((events) => client.appendToStream(name, events)));
    await restart();
    const outcomes = await settled;
    const present = new Set(idsOf(await collect(client.readStream(name)).catch(() => [])));
    for (const [index, { status }] of outcomes.entries()) {
      const isThere = batches[index]?.every(({ id }) => present.has(id));
      if (status === 'fulfilled') expect(isThere).toBe(true);
    }
  });

  itEmbedded('does not wait for clients that hold idle connections', async () => {
    const connections = new RawConnections(() => `esdb://127.0.0.1:${port}`);
    for (const bytes of ['', 'P', PREFACE, Buffer.concat([PREFACE, EMPTY_SETTINGS])]) {
      await written(await connections.socket(), Buffer.from(bytes));
    }
    await restart();
    expect((await client.appendToStream(newStreamName(), newEvents(1))).success).toBe(true);
    connections.close();
  });

  itEmbedded('is reported as `unavailable` to who reads meanwhile', async () => {
    await node?.stop();
    const error = await errorOf(collect(client.readStream(stream)));
    expect(error).toMatchObject({ type: 'unavailable', code: 14 });
    // The client's batch append hands this one through untyped (6.2.1).
    expect(await errorOf(client.appendToStream(stream, newEvents(1)))).toMatchObject({ code: 14 });
  });

  async function start(): Promise<void> {
    node = await startEmbeddedEventStore({ dataFolder: join(folder, 'data'), port });
    port = node.port;
  }

  async function restart(): Promise<void> {
    await node?.stop();
    await start();
  }

  /** Of a subscription that has seen less than half of the log. */
  async function firstCheckpoint(prefix: string): Promise<Position> {
    return new Promise((resolve, reject) => {
      const subscription = client.subscribeToAll({
        filter: streamNameFilter({
          prefixes: [prefix],
          maxSearchWindow: 20,
          checkpointInterval: 1,
          checkpointReached: async (_subscription, position) => {
            resolve(position);
            await subscription.unsubscribe();
          },
        }),
      });
      subscription.on('error', reject).resume();
    });
  }
});
