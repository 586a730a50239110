import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { collect, newStreamName, useEventStore } from './event-store.fixture';

const UNICODE = 'Zoë Ångström · 東京 · 🦄👩‍👩‍👧 · \u0000 · "quoted" \\ \n';

describe('payloads', () => {
  const store = useEventStore();

  it('brings JSON, metadata, type and id back as they were', async () => {
    type Registered = JSONEventType<string, { name: string; list: (number | null)[] }, { actor: string }>;
    const stream = newStreamName();
    const id = randomUUID();
    const event = jsonEvent<Registered>({
      id,
      type: `Registered ${UNICODE}`,
      data: { name: UNICODE, list: [1, -2.5, 1e300, null] },
      metadata: { actor: UNICODE },
    });
    const before = Date.now();
    await store.client.appendToStream<Registered>(stream, event);
    const [read] = await collect(store.client.readStream<Registered>(stream));
    expect(read?.event).toMatchObject({
      id,
      type: event.type,
      data: event.data,
      metadata: event.metadata,
      isJson: true,
      streamId: stream,
      revision: 0n,
    });
    const created = read?.event?.created.getTime() ?? 0;
    expect(Math.abs(created - before)).toBeLessThan(60_000);
  });

  it('brings binary data and metadata back byte by byte', async () => {
    const stream = newStreamName();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await store.client.appendToStream(stream, binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes }));
    const [read] = await collect(store.client.readStream(stream));
    expect(read?.event?.isJson).toBe(false);
    expect(Buffer.compare(bytes, bytesOf(read?.event?.data))).toBe(0);
    expect(Buffer.compare(bytes, bytesOf(read?.event?.metadata))).toBe(0);
  });

  it('takes an event without data and without metadata', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, binaryEvent({ type: 'Empty', data: new Uint8Array(0) }));
    const [read] = await collect(store.client.readStream(stream));
    expect(read?.event?.data).toHaveLength(0);
    expect(read?.event?.metadata).toBeUndefined();
  });

  it.each([`names ${UNICODE.replace('\u0000', '')}`, 'with spaces, 100% & slashes/and\\more', '$system-like'])(
    'takes %j as the name of a stream',
    async (prefix) => {
      const stream = `${prefix}-${randomUUID()}`;
      await store.client.appendToStream(stream, jsonEvent({ type: 'Named', data: {} }));
      const [read] = await collect(store.client.readStream(stream));
      expect(read?.event?.streamId).toBe(stream);
    },
  );
});

function bytesOf(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  throw new Error(`expected bytes, not ${typeof content}`);
}
