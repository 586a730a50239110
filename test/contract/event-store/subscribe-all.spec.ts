import { randomUUID } from 'node:crypto';
import { eventTypeFilter, excludeSystemEvents, streamNameFilter, type Position } from '@eventstore/db-client';
import { newEvents, newStreamName, useEventStore } from './event-store.fixture';
import { SubscriptionProbe } from './subscription.fixture';

type SubscribeToAllOptions = Parameters<ReturnType<typeof useEventStore>['client']['subscribeToAll']>[0];

describe('subscribing to $all', () => {
  const store = useEventStore();
  const probes: SubscriptionProbe[] = [];
  afterEach(async () => {
    await Promise.all(probes.splice(0).map((probe) => probe.stop()));
  });

  it('from a position yields what comes after it, then what is written', async () => {
    const stream = newStreamName();
    const first = await write(stream, 1);
    await write(stream, 2);
    const probe = subscribe({ fromPosition: first });
    await probe.until(({ caughtUps }) => caughtUps === 1);
    expect(probe.of(stream).map(({ revision }) => revision)).toEqual([1n, 2n]);
    await write(stream, 2);
    await probe.until(() => probe.of(stream).length === 4);
    expect(probe.of(stream).map(({ revision, isAfterCaughtUp }) => [revision, isAfterCaughtUp])).toEqual([
      [1n, false],
      [2n, false],
      [3n, true],
      [4n, true],
    ]);
  });

  it('from the start yields all that was written', async () => {
    const stream = newStreamName();
    await write(stream, 500);
    const probe = subscribe({ fromPosition: 'start' });
    await probe.until(({ caughtUps }) => caughtUps === 1);
    expect(probe.of(stream)).toHaveLength(500);
    expect(probe.confirmations).toBe(1);
  });

  it('from the end yields only what is written later', async () => {
    const stream = newStreamName();
    await write(stream, 3);
    const probe = subscribe({ fromPosition: 'end' });
    await probe.until(({ caughtUps }) => caughtUps === 1);
    await write(stream, 1);
    await probe.until(() => probe.of(stream).length === 1);
    expect(probe.of(stream)[0]?.revision).toBe(3n);
  });

  it('misses and repeats nothing when it begins in the middle of writing', async () => {
    const streams = Array.from({ length: 20 }, () => newStreamName());
    const before = await write(newStreamName(), 1);
    const writes = streams.flatMap((stream) => Array.from({ length: 10 }, () => write(stream, 3)));
    const probe = subscribe({ fromPosition: before });
    await Promise.all(writes);
    await probe.until(() => streams.every((stream) => probe.of(stream).length >= 30));
    for (const stream of streams) {
      expect(probe.of(stream).map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, n) => BigInt(n)));
    }
  });

  it('resumes at the position of the last event seen', async () => {
    const stream = newStreamName();
    const before = await write(stream, 1);
    await write(stream, 10);
    const first = subscribe({ fromPosition: before });
    await first.until(() => first.of(stream).length === 10);
    const second = subscribe({ fromPosition: first.of(stream)[3]?.position });
    await second.until(({ caughtUps }) => caughtUps === 1);
    expect(second.of(stream).map(({ revision }) => revision)).toEqual([5n, 6n, 7n, 8n, 9n, 10n]);
  });

  describe('with a filter', () => {
    const mark = randomUUID().slice(0, 8);
    const prefix = `filtered${mark}`;
    const wanted = `${prefix}-${randomUUID()}`;
    const other = `other${mark}-${randomUUID()}`;
    let from: Position | undefined;
    beforeAll(async () => {
      from = await write(other, 1);
      for (let round = 0; round < 50; round++) {
        await store.client.appendToStream(wanted, newEvents(2, `Wanted${mark}${round}`));
        await store.client.appendToStream(other, newEvents(2, `Other${mark}`));
      }
    });

    it.each([
      { name: 'stream prefix', filter: streamNameFilter({ prefixes: ['nothing', prefix] }), expected: 100 },
      { name: 'stream pattern', filter: streamNameFilter({ regex: `^filtered${mark}-[0-9a-f-]+$` }), expected: 100 },
      { name: 'type prefix', filter: eventTypeFilter({ prefixes: [`Wanted${mark}`] }), expected: 100 },
      { name: 'type pattern', filter: eventTypeFilter({ regex: `^Wanted${mark}1\\d$` }), expected: 20 },
    ])('yields what the $name lets through', async ({ filter, expected }) => {
      const probe = subscribe({ fromPosition: from, filter });
      await probe.until(({ caughtUps }) => caughtUps === 1);
      expect(probe.events).toHaveLength(expected);
      expect(new Set(probe.events.map(({ stream }) => stream))).toEqual(new Set([wanted]));
    });

    it('leaves out system events on request', async () => {
      const stream = newStreamName();
      const before = await write(stream, 1);
      await store.client.setStreamMetadata(stream, { maxCount: 3 });
      await write(stream, 1);
      const probe = subscribe({ fromPosition: before, filter: excludeSystemEvents() });
      await probe.until(() => probe.of(stream).length === 1);
      expect(probe.of(`$$${stream}`)).toEqual([]);
    });

    it('reports checkpoints by the events considered, and one before it has caught up', async () => {
      const checkpoints: Position[] = [];
      const probe = subscribe({
        fromPosition: from,
        filter: streamNameFilter({
          prefixes: ['nothing-matches'],
          maxSearchWindow: 10,
          checkpointInterval: 2,
          checkpointReached: async (_subscription, position) => void checkpoints.push(position),
        }),
      });
      await probe.until(({ caughtUps }) => caughtUps === 1);
      expect(probe.events).toEqual([]);
      expect(checkpoints.length).toBeGreaterThanOrEqual(200 / 20);
      const commits = checkpoints.map(({ commit }) => commit);
      expect(commits).toEqual([...commits].sort((left, right) => (left < right ? -1 : 1)));
    });

    it('goes on from a checkpoint without missing an event', async () => {
      const checkpoints: Position[] = [];
      const filter = { prefixes: [prefix], maxSearchWindow: 10 };
      const first = subscribe({
        fromPosition: from,
        filter: streamNameFilter({
          ...filter,
          checkpointReached: async (_, position) => void checkpoints.push(position),
        }),
      });
      await first.until(({ caughtUps }) => caughtUps === 1);
      const checkpoint = checkpoints[5];
      const second = subscribe({ fromPosition: checkpoint, filter: streamNameFilter(filter) });
      await second.until(({ caughtUps }) => caughtUps === 1);
      const expected = first.events.filter(({ position }) => (position?.commit ?? 0n) > (checkpoint?.commit ?? 0n));
      expect(second.events.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(expected.length).toBeGreaterThan(10);
    });

    it('reports an unusable pattern', async () => {
      const probe = subscribe({ filter: eventTypeFilter({ regex: '(' }) });
      await probe.until(({ error }) => error !== undefined);
      expect(probe.error).toBeInstanceOf(Error);
    });
  });

  async function write(stream: string, count: number): Promise<Position | undefined> {
    const { position } = await store.client.appendToStream(stream, newEvents(count));
    return position;
  }

  function subscribe(options: SubscribeToAllOptions): SubscriptionProbe {
    const probe = new SubscriptionProbe(store.client.subscribeToAll(options));
    probes.push(probe);
    return probe;
  }
});
