import { connect as connectHttp2, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import fc from 'fast-check';
import { bytesField, emptyField, messageField } from '../protobuf/protobuf.writer';
import { startTestEventStore, type TestEventStore } from '../testing';
import { framed } from './message.assembler';

const METHODS = ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone', 'Nothing'];

describe('foreign and broken clients', () => {
  let node: TestEventStore;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    node = await startTestEventStore();
    client = EventStoreDBClient.connectionString(node.connectionString);
  });
  afterEach(async () => {
    const result = await client.appendToStream('alive', jsonEvent({ type: 'Alive', data: {} }));
    expect(result.success).toBe(true);
  });
  afterAll(async () => {
    await client.dispose();
    await node.stop();
  });

  it('get a status for any message whatsoever', async () => {
    const session = await openSession();
    const messages = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 30 }).map(wrapped));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...METHODS), messages, fc.boolean(), async (method, bytes, isFramed) => {
        const status = await call(session, method, isFramed ? framed(Buffer.from(bytes)) : Buffer.from(bytes));
        expect(status).toMatch(/^\d+$/);
      }),
      { numRuns: 300 },
    );
    session.destroy();
  });

  it('may talk anything else than HTTP/2', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), async (bytes) => {
        const socket = await openSocket();
        const closed = new Promise((resolve) => socket.on('close', resolve));
        socket.end(bytes);
        await closed;
      }),
      { numRuns: 50 },
    );
  });

  it('may claim a message larger than any memory', async () => {
    const session = await openSession();
    expect(await call(session, 'BatchAppend', Buffer.from([0, 0xff, 0xff, 0xff, 0xff]))).toBe('8');
    session.destroy();
  });

  it('may hold a thousand connections and do nothing', async () => {
    const sockets = await Promise.all(Array.from({ length: 1000 }, openSocket));
    const result = await client.appendToStream('busy', jsonEvent({ type: 'Busy', data: {} }));
    expect(result.success).toBe(true);
    for (const socket of sockets) socket.destroy();
  });

  it('may cancel what they asked for before the answer comes', async () => {
    const session = await openSession();
    const append = framed(messageField(1, messageField(1, bytesField(3, 'cancelled')), emptyField(4)));
    const closed = Array.from({ length: 300 }, async (_, index) => {
      const method = METHODS[index % METHODS.length];
      const request = session.request({ ':method': 'POST', ':path': `/event_store.client.streams.Streams/${method}` });
      const isClosed = new Promise((resolve) => request.on('close', resolve).on('error', resolve));
      request.end(append);
      if (index % 3 === 0) request.close();
      else setImmediate(() => request.close());
      await isClosed;
    });
    await Promise.all(closed);
    session.destroy();
  });

  it('may leave in the middle of a read', async () => {
    const events = Array.from({ length: 500 }, () => jsonEvent({ type: 'Long', data: { text: 'x'.repeat(1000) } }));
    await client.appendToStream('long', events);
    const sessions = await Promise.all(Array.from({ length: 20 }, openSession));
    for (const session of sessions) {
      const request = session.request({ ':method': 'POST', ':path': '/event_store.client.streams.Streams/Read' });
      request.on('error', () => undefined);
      await new Promise<void>((resolve) => request.end(framed(wrapped(Uint8Array.from([0x12, 0x00]))), resolve));
      session.destroy();
    }
  });

  async function openSocket(): Promise<Socket> {
    const socket = connect(node.port, '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    await new Promise((resolve) => socket.once('connect', resolve));
    return socket;
  }

  async function openSession(): Promise<ClientHttp2Session> {
    const session = connectHttp2(`http://127.0.0.1:${node.port}`).on('error', () => undefined);
    await new Promise((resolve) => session.once('connect', resolve));
    return session;
  }
});

/** A request whose options are the given bytes. */
function wrapped(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x0a, bytes.length]), bytes]);
}

/** The status that the call ends with. A call that the server leaves open, being content, counts as 0. */
async function call(session: ClientHttp2Session, method: string, body: Buffer): Promise<string> {
  const request = session.request({ ':method': 'POST', ':path': `/event_store.client.streams.Streams/${method}` });
  const status = new Promise<string>((resolve, reject) => {
    const settle = ({ 'grpc-status': code }: IncomingHttpHeaders): void => {
      if (typeof code === 'string') resolve(code);
    };
    request.on('response', settle).on('trailers', settle).on('error', reject);
    request.on('data', () => resolve('0'));
  });
  request.end(body);
  return status.finally(() => request.close());
}
