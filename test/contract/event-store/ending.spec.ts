import { jsonEvent, type EventData } from '@eventstore/db-client';
import { collect, errorOf, newEvents, newStreamName, useEventStore } from './event-store.fixture';
import { SubscriptionProbe } from './subscription.fixture';

const CREDENTIALS = { username: 'admin', password: 'changeit' };

describe('what its caller ends early', () => {
  const store = useEventStore();
  const long = newStreamName();
  beforeAll(async () => {
    const large = (): EventData => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(4000) } });
    for (let batch = 0; batch < 10; batch++) {
      await store.client.appendToStream(long, Array.from({ length: 200 }, large));
    }
  });

  it.each(['readStream', 'readAll'] as const)('%s ends without an error once it is cancelled', async (method) => {
    const read = method === 'readStream' ? store.client.readStream(long) : store.client.readAll();
    let seen = 0;
    const ended = new Promise<void>((resolve, reject) => read.once('end', resolve).once('error', reject));
    const cancelled = new Promise<void>((resolve, reject) => {
      read.on('data', () => {
        if (++seen === 5) read.cancel().then(resolve, reject);
      });
    });
    await Promise.all([cancelled, ended]);
    expect(seen).toBeGreaterThanOrEqual(5);
    expect(seen).toBeLessThan(2000);
  });

  it('a read that is cancelled at once yields nothing and ends', async () => {
    const read = store.client.readStream(long);
    const ended = new Promise((resolve, reject) => read.once('end', resolve).once('error', reject).resume());
    await read.cancel();
    await ended;
  });

  it('a subscription yields nothing more, and others go on', async () => {
    const stream = newStreamName();
    const [left, stays] = [subscribe(stream), subscribe(stream)];
    await store.client.appendToStream(stream, newEvents(1));
    await Promise.all([left, stays].map((probe) => probe.until(({ events }) => events.length === 1)));
    await left.stop();
    await store.client.appendToStream(stream, newEvents(2));
    await stays.until(({ events }) => events.length === 3);
    expect(left.revisions).toEqual([0n]);
    expect(left.error).toBeUndefined();
    await stays.stop();
  });

  it('hundreds of subscriptions that come and go leave the server as it was', async () => {
    const stream = newStreamName();
    for (let round = 0; round < 5; round++) {
      const probes = Array.from({ length: 100 }, () => subscribe(stream));
      await Promise.all(probes.map((probe) => probe.until(({ caughtUps }) => caughtUps === 1)));
      await Promise.all(probes.map((probe) => probe.stop()));
    }
    const { nextExpectedRevision } = await store.client.appendToStream(stream, newEvents(1));
    expect(nextExpectedRevision).toBe(0n);
  });

  it.each([
    { call: 'an append', options: {} },
    { call: 'an append with credentials', options: { credentials: CREDENTIALS } },
  ])('$call whose deadline has passed is refused by a typed error', async ({ options }) => {
    const stream = newStreamName();
    const error = await errorOf(store.client.appendToStream(stream, newEvents(10), { ...options, deadline: -1000 }));
    expect(error).toMatchObject({ type: 'deadline-exceeded' });
  });

  it('a delete whose deadline has passed is refused by a typed error', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(1));
    expect(await errorOf(store.client.deleteStream(stream, { deadline: -1000 }))).toMatchObject({
      type: 'deadline-exceeded',
      code: 4,
    });
  });

  it('a deadline that is far away changes nothing', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2), { deadline: 60_000 });
    // The client (6.2.1) drops the deadline of a read: a server never hears of it.
    expect(await collect(store.client.readStream(stream, { deadline: 60_000 }))).toHaveLength(2);
  });

  function subscribe(stream: string): SubscriptionProbe {
    return new SubscriptionProbe(store.client.subscribeToStream(stream));
  }
});
