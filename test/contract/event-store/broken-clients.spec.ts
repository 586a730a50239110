import { randomInt } from 'node:crypto';
import { SeededRandom } from '../../chaos/seeded.random';
import { EMPTY_SETTINGS, PREFACE, RawConnections, recordedRequest, written } from './broken-client.fixture';
import { collect, newEvents, newStreamName, useEventStore } from './event-store.fixture';

/** `EVENTSTORE_FUZZ_SEED` repeats a run's choices. */
const seed = Number(process.env['EVENTSTORE_FUZZ_SEED'] ?? randomInt(2 ** 31));
const STREAMS = '/event_store.client.streams.Streams';

describe(`clients that are broken, seed ${seed}`, () => {
  const store = useEventStore();
  const random = new SeededRandom(seed);
  const connections = new RawConnections(() => store.connectionString);
  beforeAll(() => console.log(`fuzz seed ${seed}`));
  afterEach(async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(2));
    expect(await collect(store.client.readStream(stream))).toHaveLength(2);
    connections.close();
  });

  it('may send frames of any kind, flags, stream and length', async () => {
    for (let connection = 0; connection < 150; connection++) {
      const socket = await connections.socket();
      const frames = Array.from({ length: random.between(1, 20) }, randomFrame);
      const bytes = Buffer.concat([PREFACE, EMPTY_SETTINGS, ...frames]);
      await written(socket, bytes.subarray(0, random.between(1, bytes.length)));
      if (random.next() < 0.5) socket.end();
    }
  });

  it('may send frames with a bit or two the other way', async () => {
    const request = await recordedRequest(`${STREAMS}/Read`);
    for (let connection = 0; connection < 100; connection++) {
      const bytes = Buffer.from(request);
      for (let flips = random.between(1, 3); flips > 0; flips--) {
        const at = random.between(PREFACE.length, bytes.length - 1);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at);
      }
      await written(await connections.socket(), bytes);
    }
  });

  it('may begin requests and never end them', async () => {
    for (const method of ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone']) {
      const session = await connections.session();
      for (let count = 0; count < 20; count++) {
        const request = session.request({ ':method': 'POST', ':path': `${STREAMS}/${method}` });
        request.on('error', () => undefined);
        request.write(
          Buffer.from([0, 0, 0, 0, random.between(1, 100), ...Array<number>(random.between(0, 9)).fill(10)]),
        );
      }
    }
  });

  it('may claim a message of four gigabytes', async () => {
    const session = await connections.session();
    const request = session.request({ ':method': 'POST', ':path': `${STREAMS}/BatchAppend` });
    const over = new Promise<void>((resolve) => {
      request.on('close', resolve).on('trailers', () => resolve());
      request.on('response', (headers) => (headers['grpc-status'] === undefined ? undefined : resolve()));
      request.on('error', () => resolve());
    });
    request.write(Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
    await over;
  });

  it('may close their half of a connection', async () => {
    for (const bytes of [Buffer.alloc(0), PREFACE.subarray(0, 2), PREFACE, Buffer.concat([PREFACE, EMPTY_SETTINGS])]) {
      for (let count = 0; count < 10; count++) (await connections.socket()).end(bytes);
    }
  });

  it('may be a thousand and idle, before and after the first frames', async () => {
    await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        const socket = await connections.socket();
        if (index % 2 === 0) await written(socket, Buffer.concat([PREFACE, EMPTY_SETTINGS]));
      }),
    );
    const stream = newStreamName();
    await Promise.all(Array.from({ length: 100 }, () => store.client.appendToStream(stream, newEvents(1))));
    expect(await collect(store.client.readStream(stream))).toHaveLength(100);
  });

  function randomFrame(): Buffer {
    const payload = Buffer.from(Array.from({ length: random.between(0, 100) }, () => random.between(0, 255)));
    const header = Buffer.alloc(9);
    header.writeUIntBE(random.next() < 0.8 ? payload.length : random.between(0, 2 ** 24 - 1), 0, 3);
    header.writeUInt8(random.between(0, 11), 3);
    header.writeUInt8(random.between(0, 255), 4);
    header.writeUInt32BE(random.between(0, 9), 5);
    return Buffer.concat([header, payload]);
  }
});
