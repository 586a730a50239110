import files, { mkdtemp, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyEventLog } from '../verify/log.verification';
import { EventStore } from './event-store';

/** Less than any header, so that no file is written by a single call. */
const BYTES_A_WRITE = 20;

describe('a disk that takes a part of each write', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-short-writes-'));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is written to until all is there: segments, their headers, events, the snapshot', async () => {
    const written = writesComeToAStop();
    const store = await EventStore.open({ folder, segmentBytes: 500 });
    for (let number = 0; number < 20; number++) await append(store, number);
    await store.stop();
    expect(written.calls).toBeGreaterThan(100);
    expect(await verifyEventLog(folder)).toMatchObject({ damages: [], events: 20 });
  });
});

/** As a disk may that is all but full. */
function writesComeToAStop(): { calls: number } {
  const written = { calls: 0 };
  const open = files.open;
  jest.spyOn(files, 'open').mockImplementation(async (...request) => {
    const handle = await open(...request);
    const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<{ bytesWritten: number }>;
    const partly = (content: Buffer, offset: number, length: number, position: number) => {
      written.calls++;
      return write(content, offset, Math.min(length, BYTES_A_WRITE), position);
    };
    return Object.assign<FileHandle, object>(handle, { write: partly });
  });
  return written;
}

async function append(store: EventStore, number: number): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const data = Buffer.from(JSON.stringify({ number }));
  const event = { id, type: 'T', contentType: 'application/json', data, metadata: Buffer.alloc(0) };
  const deadlineMs = Number.POSITIVE_INFINITY;
  await new Promise((resolve) =>
    store.submit({ kind: 'append', streamName: 's', expected: 'any', events: [event], deadlineMs }, resolve),
  );
}
