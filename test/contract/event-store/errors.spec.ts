import {
  isCommandError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  binaryEvent,
} from '@eventstore/db-client';
import { collect, errorOf, newEvents, newStreamName, useEventStore } from './event-store.fixture';

const CREDENTIALS = { username: 'admin', password: 'changeit' };

describe('typed errors, field by field', () => {
  const store = useEventStore();

  describe.each([
    { way: 'in a batch append', options: {} },
    { way: 'in an append with credentials', options: { credentials: CREDENTIALS } },
  ])('$way', ({ options }) => {
    it.each([
      { expectedRevision: 'no_stream', existing: 2, actualVersion: 1n },
      { expectedRevision: 0n, existing: 2, actualVersion: 1n },
      { expectedRevision: 9n, existing: 2, actualVersion: 1n },
      { expectedRevision: 'stream_exists', existing: 0, actualVersion: 'no_stream' },
      { expectedRevision: 5n, existing: 0, actualVersion: 'no_stream' },
    ] as const)(
      'a wrong version: $expectedRevision, $actualVersion',
      async ({ expectedRevision, existing, actualVersion }) => {
        const stream = newStreamName();
        if (existing > 0) await store.client.appendToStream(stream, newEvents(existing));
        const error = await errorOf(
          store.client.appendToStream(stream, newEvents(1), { ...options, expectedRevision }),
        );
        expect(error).toBeInstanceOf(WrongExpectedVersionError);
        const type = 'wrong-expected-version';
        expect(error).toMatchObject({ type, streamName: stream, expectedVersion: expectedRevision, actualVersion });
      },
    );

    it('a deleted stream', async () => {
      const stream = await tombstoned();
      const error = await errorOf(store.client.appendToStream(stream, newEvents(1), options));
      expectDeleted(error, stream);
    });

    it('an append that is too large', async () => {
      const event = binaryEvent({ type: 'Large', data: new Uint8Array(2 ** 21) });
      const error = await errorOf(store.client.appendToStream(newStreamName(), event, options));
      expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
      expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 });
    });
  });

  it.each(['deleteStream', 'tombstoneStream'] as const)('a wrong version in %s', async (method) => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(3));
    const error = await errorOf(store.client[method](stream, { expectedRevision: 7n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ code: 9, streamName: stream, expectedVersion: 7n, actualVersion: 2n });
  });

  it('a deleted stream in reading, deleting and metadata', async () => {
    const stream = await tombstoned();
    expectDeleted(await errorOf(collect(store.client.readStream(stream))), stream);
    expectDeleted(await errorOf(store.client.deleteStream(stream)), stream);
    expectDeleted(await errorOf(store.client.getStreamMetadata(stream)), `$$${stream}`);
  });

  it('a stream that is not there', async () => {
    const stream = newStreamName('nicht-da-ü');
    const error = await errorOf(collect(store.client.readStream(stream)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: stream, message: `${stream} not found` });
    expect(error instanceof Error && isCommandError(error)).toBe(true);
  });

  it('a name that no stream can have', async () => {
    await expect(store.client.appendToStream('$all', newEvents(1))).rejects.toBeInstanceOf(Error);
    await expect(store.client.appendToStream('', newEvents(1))).rejects.toBeInstanceOf(Error);
  });

  async function tombstoned(): Promise<string> {
    const stream = newStreamName();
    await store.client.tombstoneStream(stream);
    return stream;
  }

  function expectDeleted(error: unknown, streamName: string): void {
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ type: 'stream-deleted', streamName });
  }
});
