import { jsonEvent, type EventData } from '@eventstore/db-client';
import { collect, newEvents, newStreamName, useEventStore } from './event-store.fixture';
import { SubscriptionProbe } from './subscription.fixture';

describe('subscribing to a stream', () => {
  const store = useEventStore();
  const probes: SubscriptionProbe[] = [];
  afterEach(async () => {
    await Promise.all(probes.splice(0).map((probe) => probe.stop()));
  });

  it.each([
    { fromRevision: 'start', before: [0n, 1n, 2n] },
    { fromRevision: 0n, before: [1n, 2n] },
    { fromRevision: 2n, before: [] },
    { fromRevision: 'end', before: [] },
  ] as const)('from $fromRevision yields $before, then what is written', async ({ fromRevision, before }) => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(3));
    const probe = subscribe(stream, { fromRevision });
    await probe.until(({ caughtUps }) => caughtUps === 1);
    expect(probe.revisions).toEqual(before);
    await store.client.appendToStream(stream, newEvents(2));
    await probe.until(({ events }) => events.length === before.length + 2);
    expect(probe.revisions).toEqual([...before, 3n, 4n]);
    expect(probe.confirmations).toBe(1);
  });

  it('waits for a stream that does not exist yet', async () => {
    const stream = newStreamName();
    const probe = subscribe(stream, {});
    await probe.until(({ caughtUps }) => caughtUps === 1);
    await store.client.appendToStream(stream, newEvents(2));
    await probe.until(({ events }) => events.length === 2);
    expect(probe.revisions).toEqual([0n, 1n]);
  });

  it('misses and repeats nothing while writers are busy', async () => {
    const stream = newStreamName();
    const writes = Array.from({ length: 200 }, () => store.client.appendToStream(stream, newEvents(2)));
    const all = Array.from({ length: 5 }, () => subscribe(stream, {}));
    await Promise.all(writes);
    await Promise.all(all.map((probe) => probe.until(({ events }) => events.length >= 400)));
    const expected = Array.from({ length: 400 }, (_, index) => BigInt(index));
    for (const probe of all) expect(probe.revisions).toEqual(expected);
  });

  it('goes on through a soft delete and the revival', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    const probe = subscribe(stream, {});
    await probe.until(({ events }) => events.length === 2);
    await store.client.deleteStream(stream);
    await store.client.appendToStream(stream, newEvents(1));
    await probe.until(({ events }) => events.length === 3);
    expect(probe.revisions).toEqual([0n, 1n, 2n]);
  });

  it('ends with an error when the stream is tombstoned, and can not begin after it', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(1));
    const probe = subscribe(stream, {});
    await probe.until(({ caughtUps }) => caughtUps === 1);
    await store.client.tombstoneStream(stream);
    await probe.until(({ error }) => error !== undefined);
    expect(probe.error).toMatchObject({ type: 'stream-deleted', streamName: stream });
    const late = subscribe(stream, {});
    await late.until(({ error }) => error !== undefined);
    expect(late.error).toMatchObject({ type: 'stream-deleted' });
  });

  it('starts after what metadata cut off', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(5));
    await store.client.setStreamMetadata(stream, { truncateBefore: 3 });
    const probe = subscribe(stream, {});
    await probe.until(({ caughtUps }) => caughtUps === 1);
    expect(probe.revisions).toEqual([3n, 4n]);
  });

  it('serves a thousand streams at once', async () => {
    const streams = Array.from({ length: 1000 }, () => newStreamName());
    const all = streams.map((stream) => subscribe(stream, {}));
    await Promise.all(all.map((probe) => probe.until(({ caughtUps }) => caughtUps === 1)));
    await Promise.all(streams.map((stream) => store.client.appendToStream(stream, newEvents(1))));
    await Promise.all(all.map((probe) => probe.until(({ events }) => events.length === 1)));
    expect(all.map(({ events }) => events[0]?.stream)).toEqual(streams);
  });

  it('leaves others in peace while one reader is slow', async () => {
    const stream = newStreamName();
    const slow = store.client.subscribeToStream(stream);
    const quick = subscribe(stream, {});
    // More than the buffers between a server and its client hold.
    const large = (): EventData => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(5000) } });
    for (let batch = 0; batch < 20; batch++)
      await store.client.appendToStream(stream, Array.from({ length: 200 }, large));
    await quick.until(({ events }) => events.length === 4000);
    let seen = 0n;
    for await (const { event } of slow) {
      expect(event?.revision).toBe(seen);
      if (++seen === 4000n) break;
    }
    expect(await collect(store.client.readStream(stream, { maxCount: 10 }))).toHaveLength(10);
  });

  function subscribe(stream: string, options: { fromRevision?: 'start' | 'end' | bigint }): SubscriptionProbe {
    const probe = new SubscriptionProbe(store.client.subscribeToStream(stream, options));
    probes.push(probe);
    return probe;
  }
});
