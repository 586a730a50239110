import { randomUUID } from 'node:crypto';
import { jsonEvent, NO_STREAM, type AppendToStreamOptions, type EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import * as fc from 'fast-check';
import { connectEventStore } from './event-store.client';
import { JsonEvent } from './json-event.codec';
import { readStream } from './stream.reader';

const member = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 2_000 }));
const content = fc.dictionary(fc.string(), member, { maxKeys: 5 });
const contents = fc.array(fc.record({ data: content, metadata: content }), { minLength: 1, maxLength: 5 });

// Whoever names a user gets a call for each append; all others share one for all their appends.
const WAYS: readonly [string, AppendToStreamOptions][] = [
  ['over the shared call', {}],
  ['in a call of its own', { credentials: { username: 'admin', password: 'changeit' } }],
];

describe('JSON event', () => {
  let server: Awaited<ReturnType<typeof startTestEventStore>>;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    server = await startTestEventStore();
    client = connectEventStore(server.connectionString);
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });

  const storedIn = async (stream: string) =>
    (await readStream(client, stream)).map(({ event }) => ({
      type: event?.type,
      isJson: event?.isJson,
      data: event?.data,
      metadata: event?.metadata,
    }));

  it.each(WAYS)("is stored %s just as the client's own", (_way, options) =>
    fc.assert(
      fc.asyncProperty(contents, async (events) => {
        const stream = `told-${randomUUID()}`;
        const own = events.map(({ data, metadata }) => jsonEvent({ type: 'Told', data, metadata }));
        const ours = events.map(({ data, metadata }) => new JsonEvent(randomUUID(), 'Told', data, metadata));
        await client.appendToStream(stream, own, options);
        await client.appendToStream(`${stream}-ours`, ours, options);
        const stored = await storedIn(`${stream}-ours`);
        expect(stored).toEqual(await storedIn(stream));
        expect(stored.every(({ isJson }) => isJson)).toBe(true);
      }),
      { numRuns: 50 },
    ),
  );

  it.each(WAYS)('can be sent again %s', async (_way, options) => {
    const stream = `repeated-${randomUUID()}`;
    const events = [1, 2, 3].map((number) => new JsonEvent(randomUUID(), 'Told', { number }, { number }));
    await client.appendToStream(stream, events, { ...options, expectedRevision: NO_STREAM });
    await client.appendToStream(stream, events, { ...options, expectedRevision: NO_STREAM });
    const told = (number: number) => ({ type: 'Told', isJson: true, data: { number }, metadata: { number } });
    expect(await storedIn(stream)).toEqual([told(1), told(2), told(3)]);
  });
});
