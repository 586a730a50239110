import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { collect, errorOf, newEvents, newStreamName, revisionsOf, useEventStore } from './event-store.fixture';

describe('reading a stream of ten events', () => {
  const store = useEventStore();
  const stream = newStreamName();
  beforeAll(async () => {
    for (const count of [1, 4, 5]) await store.client.appendToStream(stream, newEvents(count));
  });

  it.each([
    { options: {}, from: 0, to: 9 },
    { options: { maxCount: 3 }, from: 0, to: 2 },
    { options: { fromRevision: 7n }, from: 7, to: 9 },
    { options: { fromRevision: 3n, maxCount: 2 }, from: 3, to: 4 },
    { options: { fromRevision: 9n }, from: 9, to: 9 },
    { options: { direction: 'backwards', fromRevision: 'end' }, from: 9, to: 0 },
    { options: { direction: 'backwards', fromRevision: 'end', maxCount: 2 }, from: 9, to: 8 },
    { options: { direction: 'backwards', fromRevision: 4n }, from: 4, to: 0 },
    { options: { direction: 'backwards', fromRevision: 100n, maxCount: 1 }, from: 9, to: 9 },
    { options: { direction: 'backwards', fromRevision: 'start' }, from: 0, to: 0 },
  ] as const)('yields $from to $to for $options', async ({ options, from, to }) => {
    const revisions = revisionsOf(await collect(store.client.readStream(stream, options)));
    const step = from <= to ? 1 : -1;
    expect(revisions).toEqual(
      Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => BigInt(from + index * step)),
    );
  });

  it.each([{ fromRevision: 10n }, { fromRevision: 'end' }] as const)(
    'yields nothing from $fromRevision',
    async (options) => {
      expect(await collect(store.client.readStream(stream, options))).toEqual([]);
    },
  );

  it('reports a stream that does not exist', async () => {
    const missing = newStreamName();
    const error = await errorOf(collect(store.client.readStream(missing)));
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: missing });
  });

  it('reads a long stream of events of very different sizes', async () => {
    const long = newStreamName();
    const sizes = [10, 5000, 200_000, 0, 70_000, 1, 900_000, 3];
    for (const size of sizes) {
      await store.client.appendToStream(long, jsonEvent({ type: 'Sized', data: { text: 'x'.repeat(size) } }));
      await store.client.appendToStream(newStreamName(), newEvents(3));
    }
    const lengths = (await collect(store.client.readStream(long))).map(
      ({ event }) => JSON.stringify(event?.data).length - 11,
    );
    const backwards = await collect(store.client.readStream(long, { direction: 'backwards', fromRevision: 'end' }));
    expect(lengths).toEqual(sizes);
    expect(backwards.map(({ event }) => JSON.stringify(event?.data).length - 11)).toEqual(sizes.toReversed());
  });

  it('stops sending when the reader stops reading', async () => {
    const long = newStreamName();
    const events = Array.from({ length: 20 }, () => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(40_000) } }));
    for (let batch = 0; batch < 10; batch++) {
      await store.client.appendToStream(
        long,
        events.map((event) => jsonEvent({ ...event, id: undefined })),
      );
    }
    let seen = 0;
    for await (const { event } of store.client.readStream(long)) {
      expect(event?.revision).toBe(BigInt(seen));
      if (++seen === 5) break;
    }
    expect(await collect(store.client.readStream(long, { maxCount: 7 }))).toHaveLength(7);
  });
});

describe('reading links', () => {
  const store = useEventStore();
  const target = newStreamName();
  const links = newStreamName();
  beforeAll(async () => {
    await store.client.appendToStream(target, newEvents(3, 'Linked'));
    await store.client.appendToStream(links, [
      linkTo(`1@${target}`),
      linkTo(`99@${target}`),
      linkTo(`0@${newStreamName()}`),
    ]);
  });

  it('resolves them on request', async () => {
    const [original] = await collect(store.client.readStream(target, { fromRevision: 1n, maxCount: 1 }));
    const [resolved] = await collect(store.client.readStream(links, { resolveLinkTos: true, maxCount: 1 }));
    expect(resolved?.event).toEqual(original?.event);
    expect(resolved?.link).toMatchObject({ type: '$>', streamId: links, revision: 0n });
  });

  it('keeps the link where its event is missing', async () => {
    const [, ...dangling] = await collect(store.client.readStream(links, { resolveLinkTos: true }));
    expect(dangling.map(({ event, link }) => [event, link?.revision])).toEqual([
      [undefined, 1n],
      [undefined, 2n],
    ]);
  });

  it('leaves them alone otherwise', async () => {
    const [link] = await collect(store.client.readStream(links));
    expect(link?.event?.type).toBe('$>');
    expect(link?.link).toBeUndefined();
  });

  function linkTo(place: string): ReturnType<typeof binaryEvent> {
    return binaryEvent({ type: '$>', data: Buffer.from(place) });
  }
});
