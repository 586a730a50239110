import { jsonEvent } from '@eventstore/db-client';
import { collect, errorOf, newEvents, newStreamName, revisionsOf, useEventStore } from './event-store.fixture';

describe('stream metadata', () => {
  const store = useEventStore();

  it('are none where none were set', async () => {
    const stream = newStreamName();
    expect(await store.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
  });

  it('come back, custom fields included', async () => {
    const stream = newStreamName();
    const metadata = {
      maxCount: 5,
      maxAge: 3600,
      truncateBefore: 1,
      cacheControl: 7,
      acl: { readRoles: ['$all'] },
      note: 'ü',
    };
    await store.client.setStreamMetadata(stream, metadata);
    expect(await store.client.getStreamMetadata(stream)).toMatchObject({ streamName: stream, metadata });
  });

  it('are replaced as a whole, at an expected revision of their own', async () => {
    const stream = newStreamName();
    await store.client.setStreamMetadata(stream, { maxCount: 5 }, { expectedRevision: 'no_stream' });
    await store.client.setStreamMetadata(stream, { note: 'second' }, { expectedRevision: 0n });
    const error = await errorOf(store.client.setStreamMetadata(stream, { note: 'third' }, { expectedRevision: 0n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', streamName: `$$${stream}`, actualVersion: 1n });
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ note: 'second' });
  });

  it('are read as a stream that keeps one event', async () => {
    const stream = newStreamName();
    for (const maxCount of [1, 2, 3]) await store.client.setStreamMetadata(stream, { maxCount });
    const events = await collect(store.client.readStream(`$$${stream}`));
    expect(revisionsOf(events)).toEqual([2n]);
    expect(events[0]?.event).toMatchObject({ type: '$metadata', data: { $maxCount: 3 } });
  });

  it('have revisions, which are those of the $$ stream', async () => {
    const stream = newStreamName();
    for (const maxCount of [1, 2]) await store.client.setStreamMetadata(stream, { maxCount });
    // `getStreamMetadata` reports the position in $all as `metastreamRevision` (6.2.1); the event has the revision.
    const [event] = await collect(store.client.readStream(`$$${stream}`));
    expect(event?.event?.revision).toBe(1n);
  });

  it.each([
    { metadata: { maxCount: 3 }, readable: [7n, 8n, 9n] },
    { metadata: { truncateBefore: 6 }, readable: [6n, 7n, 8n, 9n] },
    { metadata: { truncateBefore: 8, maxCount: 5 }, readable: [8n, 9n] },
    { metadata: { truncateBefore: 100 }, readable: [] },
    { metadata: { maxAge: 3600 }, readable: [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n] },
  ])('leave $readable readable with $metadata', async ({ metadata, readable }) => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(10));
    await store.client.setStreamMetadata(stream, metadata);
    const backwards = store.client.readStream(stream, { direction: 'backwards', fromRevision: 'end' });
    expect(revisionsOf(await collect(store.client.readStream(stream)))).toEqual(readable);
    expect(revisionsOf(await collect(store.client.readStream(stream, { fromRevision: 1n, maxCount: 100 })))).toEqual(
      readable.filter((revision) => revision >= 1n),
    );
    expect(revisionsOf(await collect(backwards))).toEqual(readable.toReversed());
  });

  it('hide events past their age', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    await store.client.setStreamMetadata(stream, { maxAge: 1 });
    const deadline = Date.now() + 10_000;
    let left = 2;
    while (left > 0 && Date.now() < deadline) left = (await collect(store.client.readStream(stream))).length;
    expect(left).toBe(0);
  });

  it('leave $all whole', async () => {
    const stream = newStreamName();
    const { position } = await store.client.appendToStream(stream, newEvents(1));
    await store.client.appendToStream(stream, newEvents(4));
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    const all = await collect(store.client.readAll(position === undefined ? {} : { fromPosition: position }));
    expect(all.filter(({ event }) => event?.streamId === stream)).toHaveLength(5);
  });

  it('count maxCount for writers as for nobody: revisions go on', async () => {
    const stream = newStreamName();
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    await store.client.appendToStream(stream, newEvents(3));
    const result = await store.client.appendToStream(stream, jsonEvent({ type: 'Next', data: {} }), {
      expectedRevision: 2n,
    });
    expect(result.nextExpectedRevision).toBe(3n);
  });
});
