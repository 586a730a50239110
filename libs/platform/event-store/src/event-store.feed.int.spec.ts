import type { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore, type TestEventStore } from '@tenure/embedded-event-store/testing';
import { CommandExecutor } from './command.executor';
import { connectEventStore, headPosition } from './event-store.client';
import { EventStoreFeed } from './event-store.feed';
import { context, count, counter } from './testing/counter.aggregate';

describe('event store feed', () => {
  let server: TestEventStore;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    server = await startTestEventStore();
    client = connectEventStore(server.connectionString);
    const executor = new CommandExecutor(client);
    const commands = Array.from({ length: 250 }, (_, index) => index);
    await Promise.all(
      commands.map((index) => executor.execute(counter, count(`f${index % 7}`), context(`f-${index}`))),
    );
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });

  async function readUntilCaughtUp(after: bigint | undefined, maxEvents: number, types?: readonly string[]) {
    const stopping = new AbortController();
    const feed = new EventStoreFeed(client, counter.codec, () => undefined);
    const batches = [];
    for await (const batch of feed.batches(after, { maxEvents, types, signal: stopping.signal })) {
      batches.push(batch);
      if (batch.caughtUp) stopping.abort();
    }
    return batches;
  }

  it('hands over the whole log in order, in batches of the size asked for, and says when it has caught up', async () => {
    const batches = await readUntilCaughtUp(undefined, 40);
    const positions = batches.flatMap(({ events }) => events.map(({ position }) => position));
    expect(positions).toHaveLength(250);
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
    expect(Math.max(...batches.map(({ events }) => events.length))).toBeLessThanOrEqual(40);
  });

  it('hands over some types alone, and still says how far it has looked', async () => {
    const all = await readUntilCaughtUp(undefined, 40);
    const types = ['Counted', 'Never.Recorded'];
    const some = await readUntilCaughtUp(undefined, 40, types);
    const wanted = all.flatMap(({ events }) => events).filter(({ type }) => types.includes(type));
    expect(some.flatMap(({ events }) => events)).toEqual(wanted);
    expect(some.at(-1)?.position).toBe(await headPosition(client));
    const none = await readUntilCaughtUp(undefined, 40, ['Never.Recorded', 'Count.d']);
    expect(none.flatMap(({ events }) => events)).toEqual([]);
    expect(none.at(-1)).toMatchObject({ caughtUp: true, position: await headPosition(client) });
  });

  it('says that it has caught up where nothing is new', async () => {
    const head = await headPosition(client);
    const batches = await readUntilCaughtUp(head, 40);
    expect(batches.flatMap(({ events }) => events)).toEqual([]);
    expect(batches.at(-1)).toMatchObject({ caughtUp: true });
  });

  it('says of no event that it has been seen before it was handed over, however slow its consumer is', async () => {
    const stopping = new AbortController();
    const feed = new EventStoreFeed(client, counter.codec, () => undefined);
    const passedOver: bigint[] = [];
    let seen = -1n;
    for await (const { events, position, caughtUp } of feed.batches(undefined, {
      maxEvents: 10,
      signal: stopping.signal,
    })) {
      passedOver.push(...events.map((event) => event.position).filter((place) => place <= seen));
      seen = position;
      // Time for the subscription to run ahead as far as it may.
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (caughtUp) stopping.abort();
    }
    expect({ passedOver, seen }).toEqual({ passedOver: [], seen: await headPosition(client) });
  });

  it('goes on after a position without repeating what was at it', async () => {
    const [first] = await readUntilCaughtUp(undefined, 100);
    const rest = await readUntilCaughtUp(first?.position, 100);
    expect(rest.flatMap(({ events }) => events)).toHaveLength(250 - (first?.events.length ?? 0));
  });

  it('tells of events that it can not read, and hands over the others', async () => {
    const unreadable: string[] = [];
    const codec = { types: [], decode: () => ({ known: false, reason: 'nobody knows it' }) as const };
    const feed = new EventStoreFeed(client, codec, ({ reason }) => unreadable.push(reason));
    const stopping = new AbortController();
    for await (const { events, caughtUp } of feed.batches(undefined, { maxEvents: 1_000, signal: stopping.signal })) {
      expect(events).toEqual([]);
      if (caughtUp) stopping.abort();
    }
    expect(unreadable).toHaveLength(250);
  });
});
