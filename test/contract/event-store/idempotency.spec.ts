import { collect, errorOf, idsOf, newEvents, newStreamName, useEventStore } from './event-store.fixture';

describe('appending the same events again', () => {
  const store = useEventStore();

  it.each(['any', 'no_stream', 'stream_exists'] as const)(
    'changes nothing when %s is expected',
    async (expectedRevision) => {
      const stream = newStreamName();
      const events = newEvents(3);
      const first = await store.client.appendToStream(stream, events, { expectedRevision: 'no_stream' });
      const again = await store.client.appendToStream(stream, events, { expectedRevision });
      expect(again).toEqual(first);
      expect(await idsIn(stream)).toEqual(events.map(({ id }) => id));
    },
  );

  it('changes nothing at the exact revision that was expected before', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    const events = newEvents(2);
    const first = await store.client.appendToStream(stream, events, { expectedRevision: 1n });
    await store.client.appendToStream(stream, newEvents(4));
    const again = await store.client.appendToStream(stream, events, { expectedRevision: 1n });
    expect(again).toEqual(first);
    expect(await idsIn(stream)).toHaveLength(8);
  });

  it('recognises a part of an earlier batch, at its place', async () => {
    const stream = newStreamName();
    const events = newEvents(4);
    await store.client.appendToStream(stream, events);
    const anywhere = await store.client.appendToStream(stream, events.slice(1, 3));
    const placed = await store.client.appendToStream(stream, events.slice(1, 3), { expectedRevision: 0n });
    expect(anywhere.nextExpectedRevision).toBe(2n);
    expect(placed).toEqual(anywhere);
    expect(await idsIn(stream)).toHaveLength(4);
  });

  it.each(['any', 'no_stream'] as const)(
    'refuses a batch of which only a part is known, when %s is expected',
    async (expectedRevision) => {
      const stream = newStreamName();
      const events = newEvents(3);
      await store.client.appendToStream(stream, events.slice(0, 2));
      const error = await errorOf(store.client.appendToStream(stream, events, { expectedRevision }));
      expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    },
  );

  it('refuses known events after new ones', async () => {
    const stream = newStreamName();
    const [first, second] = [newEvents(1), newEvents(1)];
    await store.client.appendToStream(stream, first);
    const error = await errorOf(store.client.appendToStream(stream, [...second, ...first]));
    expect(error).toMatchObject({ type: 'wrong-expected-version' });
  });

  it('writes an event a second time where the current revision is expected', async () => {
    const stream = newStreamName();
    const events = newEvents(1);
    await store.client.appendToStream(stream, events);
    const again = await store.client.appendToStream(stream, events, { expectedRevision: 0n });
    expect(again.nextExpectedRevision).toBe(1n);
  });

  it('refuses known events at another place than theirs', async () => {
    const stream = newStreamName();
    const events = newEvents(6);
    await store.client.appendToStream(stream, events);
    const error = await errorOf(store.client.appendToStream(stream, events.slice(0, 1), { expectedRevision: 4n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 5n });
  });

  it('changes nothing by the same append with credentials, which takes another way', async () => {
    const stream = newStreamName();
    const events = newEvents(3);
    const credentials = { username: 'admin', password: 'changeit' };
    const first = await store.client.appendToStream(stream, events);
    expect(await store.client.appendToStream(stream, events, { credentials })).toEqual(first);
    expect(await store.client.appendToStream(stream, events, { credentials, expectedRevision: 'no_stream' })).toEqual(
      first,
    );
    expect(await idsIn(stream)).toHaveLength(3);
  });

  it('refuses a batch at its exact revision of which only a part is known', async () => {
    const stream = newStreamName();
    const events = newEvents(4);
    await store.client.appendToStream(stream, newEvents(1));
    await store.client.appendToStream(stream, events.slice(0, 2), { expectedRevision: 0n });
    const error = await errorOf(store.client.appendToStream(stream, events, { expectedRevision: 0n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
    expect(await idsIn(stream)).toHaveLength(3);
  });

  it('knows them at their revision long after', async () => {
    const stream = newStreamName();
    const events = newEvents(2);
    const first = await store.client.appendToStream(stream, events, { expectedRevision: 'no_stream' });
    for (let batch = 0; batch < 5; batch++) await store.client.appendToStream(stream, newEvents(2000));
    expect(await store.client.appendToStream(stream, events, { expectedRevision: 'no_stream' })).toEqual(first);
  });

  it('takes an id as known in its own stream only', async () => {
    const events = newEvents(2);
    const [first, second] = [newStreamName(), newStreamName()];
    await store.client.appendToStream(first, events);
    const result = await store.client.appendToStream(second, events);
    expect(result.nextExpectedRevision).toBe(1n);
    expect(await idsIn(second)).toEqual(events.map(({ id }) => id));
  });

  it('writes once what many send at the same moment', async () => {
    const stream = newStreamName();
    const events = newEvents(2);
    const results = await Promise.all(Array.from({ length: 20 }, () => store.client.appendToStream(stream, events)));
    expect(new Set(results.map(({ nextExpectedRevision }) => nextExpectedRevision))).toEqual(new Set([1n]));
    expect(await idsIn(stream)).toHaveLength(2);
  });

  async function idsIn(stream: string): Promise<string[]> {
    return idsOf(await collect(store.client.readStream(stream)));
  }
});
