import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, type EventData } from '@eventstore/db-client';
import { collect, errorOf, newEvents, newStreamName, useEventStore } from './event-store.fixture';

const LIMIT_BYTES = 1024 * 1024;
const TYPE = 'Sized';

describe('the limits of an append', () => {
  const store = useEventStore();

  it('takes events up to the limit, types counted twice', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, sized(LIMIT_BYTES - 2 * TYPE.length));
    const [event] = await collect(store.client.readStream(stream));
    expect(event?.event?.data).toHaveLength(LIMIT_BYTES - 2 * TYPE.length);
  });

  it('refuses one byte more and names the limit', async () => {
    const stream = newStreamName();
    const error = await errorOf(store.client.appendToStream(stream, sized(LIMIT_BYTES - 2 * TYPE.length + 1)));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: LIMIT_BYTES });
    expect(await errorOf(collect(store.client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  });

  it('counts all events of a batch together', async () => {
    const events = Array.from({ length: 11 }, () => sized(100_000));
    const error = await errorOf(store.client.appendToStream(newStreamName(), events));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded' });
  });

  it('counts metadata', async () => {
    const event = binaryEvent({ type: TYPE, data: new Uint8Array(1), metadata: new Uint8Array(LIMIT_BYTES) });
    const error = await errorOf(store.client.appendToStream(newStreamName(), event));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded' });
  });

  it('refuses by the same error when the call carries credentials', async () => {
    const credentials = { username: 'admin', password: 'changeit' };
    const error = await errorOf(store.client.appendToStream(newStreamName(), sized(LIMIT_BYTES), { credentials }));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: LIMIT_BYTES });
  });

  it('answers an oversize append alone: others on the same connection go on', async () => {
    const streams = Array.from({ length: 20 }, () => newStreamName());
    const [refused, ...written] = await Promise.allSettled([
      store.client.appendToStream(newStreamName(), sized(10 * LIMIT_BYTES)),
      ...streams.map((stream) => store.client.appendToStream(stream, newEvents(1))),
    ]);
    expect(refused?.status).toBe('rejected');
    expect(written.every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('answers an append whose deadline has passed', async () => {
    const stream = newStreamName();
    const error = await errorOf(store.client.appendToStream(stream, newEvents(20_000), { deadline: 1 }));
    expect(error).toMatchObject({ type: 'deadline-exceeded' });
    expect(await errorOf(collect(store.client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  });

  it('refuses an id that is no UUID without harm to the next append', async () => {
    const event = jsonEvent({ id: 'no-uuid', type: TYPE, data: {} });
    await errorOf(store.client.appendToStream(newStreamName(), event));
    const result = await store.client.appendToStream(
      newStreamName(),
      jsonEvent({ id: randomUUID(), type: TYPE, data: {} }),
    );
    expect(result.success).toBe(true);
  });

  function sized(bytes: number): EventData {
    return binaryEvent({ type: TYPE, data: new Uint8Array(bytes) });
  }
});
