import { collect, errorOf, newEvents, newStreamName, revisionsOf, useEventStore } from './event-store.fixture';

describe('deleting a stream', () => {
  const store = useEventStore();

  it('hides it from readers', async () => {
    const stream = await written(3);
    await store.client.deleteStream(stream, { expectedRevision: 2n });
    expect(await errorOf(collect(store.client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  });

  it.each(['any', 'no_stream', 2n] as const)(
    'lets an append at %s go on with the revisions',
    async (expectedRevision) => {
      const stream = await written(3);
      await store.client.deleteStream(stream);
      const result = await store.client.appendToStream(stream, newEvents(2), { expectedRevision });
      expect(result.nextExpectedRevision).toBe(4n);
      expect(revisionsOf(await collect(store.client.readStream(stream)))).toEqual([3n, 4n]);
      expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  it('keeps the other metadata', async () => {
    const stream = await written(1);
    await store.client.setStreamMetadata(stream, { maxCount: 100, note: 'kept' });
    await store.client.deleteStream(stream);
    await store.client.appendToStream(stream, newEvents(1));
    const { metadata } = await store.client.getStreamMetadata(stream);
    expect(metadata).toEqual({ maxCount: 100, note: 'kept', truncateBefore: 1 });
  });

  it('does not count as existing for stream_exists', async () => {
    const stream = await written(1);
    await store.client.deleteStream(stream);
    const error = await errorOf(
      store.client.appendToStream(stream, newEvents(1), { expectedRevision: 'stream_exists' }),
    );
    expect(error).toMatchObject({ type: 'stream-deleted', streamName: stream });
  });

  it('is undone, with nothing to read, by setting metadata', async () => {
    const stream = await written(2);
    await store.client.deleteStream(stream);
    await store.client.setStreamMetadata(stream, { maxCount: 9 });
    expect(await collect(store.client.readStream(stream))).toEqual([]);
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 9, truncateBefore: 2 });
  });

  it('revives once: no_stream is wrong for the second writer', async () => {
    const stream = await written(2);
    await store.client.deleteStream(stream);
    await store.client.appendToStream(stream, newEvents(1), { expectedRevision: 'no_stream' });
    const error = await errorOf(store.client.appendToStream(stream, newEvents(1), { expectedRevision: 'no_stream' }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
  });

  it('refuses a wrong revision, and says which stream and versions', async () => {
    const stream = await written(2);
    const error = await errorOf(store.client.deleteStream(stream, { expectedRevision: 5n }));
    expect(error).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 5n,
      actualVersion: 1n,
    });
    expect(await collect(store.client.readStream(stream))).toHaveLength(2);
  });

  it('refuses a stream that has neither events nor metadata', async () => {
    const error = await errorOf(store.client.deleteStream(newStreamName(), { expectedRevision: 'no_stream' }));
    expect(error).toMatchObject({ type: 'wrong-expected-version' });
  });

  it('takes a stream that has metadata only', async () => {
    const stream = newStreamName();
    await store.client.setStreamMetadata(stream, { cacheControl: 10 });
    const result = await store.client.deleteStream(stream, { expectedRevision: 'no_stream' });
    expect(result.position).toBeDefined();
  });

  async function written(count: number): Promise<string> {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(count));
    return stream;
  }
});

describe('a tombstone', () => {
  const store = useEventStore();

  it.each(['any', 1n] as const)('ends a stream for readers and writers, expecting %s', async (expectedRevision) => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    const { position } = await store.client.tombstoneStream(stream, { expectedRevision });
    expect(position?.commit).toBeGreaterThan(0n);
    const deleted = { type: 'stream-deleted', streamName: stream };
    expect(await errorOf(collect(store.client.readStream(stream)))).toMatchObject(deleted);
    expect(await errorOf(store.client.appendToStream(stream, newEvents(1)))).toMatchObject(deleted);
    expect(await errorOf(store.client.tombstoneStream(stream))).toMatchObject(deleted);
    expect(await errorOf(store.client.deleteStream(stream))).toMatchObject(deleted);
  });

  it('takes the metadata along', async () => {
    const stream = newStreamName();
    await store.client.setStreamMetadata(stream, { maxCount: 3 });
    await store.client.tombstoneStream(stream);
    const deleted = { type: 'stream-deleted', streamName: `$$${stream}` };
    expect(await errorOf(store.client.getStreamMetadata(stream))).toMatchObject(deleted);
    expect(await errorOf(store.client.setStreamMetadata(stream, {}))).toMatchObject(deleted);
  });

  it('may be put where no stream was', async () => {
    const stream = newStreamName();
    await store.client.tombstoneStream(stream, { expectedRevision: 'no_stream' });
    expect(await errorOf(collect(store.client.readStream(stream)))).toMatchObject({ type: 'stream-deleted' });
  });

  it('refuses a wrong revision', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    const error = await errorOf(store.client.tombstoneStream(stream, { expectedRevision: 7n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 7n, actualVersion: 1n });
  });

  it('shows in $all as an event at the highest revision', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(1));
    const { position } = await store.client.tombstoneStream(stream);
    if (position === undefined) throw new Error('no position');
    const [event] = await collect(store.client.readAll({ fromPosition: position, maxCount: 1 }));
    expect(event?.event).toMatchObject({ type: '$streamDeleted', streamId: stream, revision: 9223372036854775807n });
  });
});
