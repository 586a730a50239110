import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { EventLog } from '../log/event-log';
import { EventIdCache } from '../streams/event-id.cache';
import { StreamIndex } from '../streams/stream.index';
import { EventStore } from './event-store';
import { SnapshotKeeper } from './snapshot.keeper';
import type { WriteCommand, WriteOutcome } from './write.command';

const SEGMENT_BYTES = 4000;
const NAMES = ['a', 'b', 'ü-1', '$$a', '$$b'];
const METADATA = ['{"$maxCount":2}', '{"$tb":1,"note":"x"}', 'no json', '{"$tb":9223372036854775807}'];

/** What to do next: append a number of events, or delete, or tombstone. */
const step = fc.record({
  kind: fc.constantFrom('append', 'append', 'append', 'delete', 'tombstone'),
  stream: fc.nat(NAMES.length - 1),
  count: fc.integer({ min: 1, max: 5 }),
  content: fc.nat(METADATA.length - 1),
});
/** Something to take a snapshot of. */
const FIRST = { kind: 'append', stream: 0, count: 1, content: 0 };
const steps = fc.array(step, { minLength: 1, maxLength: 40 });

describe('the snapshot of the index', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenure-snapshot-'));
  let number = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('holds what a reading of the whole log yields, also when the log has gone on since', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const folder = join(root, String(number++));
        await run(folder, [FIRST, ...before]);
        const snapshot = readFileSync(join(folder, 'index-snapshot.bin'));
        await run(folder, after);
        const whole = await stateIn(folder, (copy) => rmSync(join(copy, 'index-snapshot.bin')));
        expect(await stateIn(folder, () => undefined)).toEqual(whole);
        expect(await stateIn(folder, (copy) => writeFileSync(join(copy, 'index-snapshot.bin'), snapshot))).toEqual(
          whole,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('is used, so that a start need not read all of the log', async () => {
    const folder = await someStore();
    const options = { folder, segmentBytes: SEGMENT_BYTES };
    const log = await EventLog.open(options);
    const keeper = new SnapshotKeeper(options, log, { index: new StreamIndex(), ids: new EventIdCache() });
    expect(await keeper.load()).toMatchObject({ end: log.end });
    await log.abandon();
  });

  it('is passed over when it is damaged anywhere', async () => {
    const folder = await someStore();
    const whole = await stateIn(folder, () => undefined);
    for (const share of [0, 0.1, 0.5, 0.99]) {
      const damaged = await stateIn(folder, (copy) => {
        const file = join(copy, 'index-snapshot.bin');
        const bytes = readFileSync(file);
        bytes[Math.floor(share * bytes.length)] = (bytes[Math.floor(share * bytes.length)] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      });
      expect(damaged).toEqual(whole);
    }
  });

  it('tells that events are missing when the log is shorter than it', async () => {
    const folder = await someStore();
    const shortened = stateIn(folder, (copy) => {
      rmSync(join(copy, 'durable-end.json'));
      const last =
        readdirSync(copy)
          .filter((name) => name.endsWith('.log'))
          .sort()
          .at(-1) ?? '';
      truncateSync(join(copy, last), 32);
    });
    await expect(shortened).rejects.toThrow(/missing/);
  });

  async function someStore(): Promise<string> {
    const folder = join(root, String(number++));
    await run(
      folder,
      Array.from({ length: 30 }, (_, index) => ({ kind: 'append', stream: index % 3, count: 2, content: 0 })),
    );
    return folder;
  }

  async function run(
    folder: string,
    plan: { kind: string; stream: number; count: number; content: number }[],
  ): Promise<void> {
    const store = await EventStore.open({ folder, segmentBytes: SEGMENT_BYTES });
    for (const { kind, stream, count, content } of plan) {
      const streamName = NAMES[stream] ?? '';
      if (kind === 'append') {
        const events = Array.from({ length: count }, () => newEvent(METADATA[content] ?? ''));
        await submit(store, { kind, streamName, expected: 'any', events, deadlineMs: Number.POSITIVE_INFINITY });
      } else if (kind === 'delete') await submit(store, { kind, streamName, expected: 'any' });
      else await submit(store, { kind: 'tombstone', streamName: `gone-${streamName}`, expected: 'any' });
    }
    await store.stop();
  }

  /** All that readers and writers can see, of a copy that was changed first. */
  async function stateIn(folder: string, change: (copy: string) => void): Promise<unknown> {
    const copy = join(root, String(number++));
    cpSync(folder, copy, { recursive: true });
    change(copy);
    const store = await EventStore.open({ folder: copy, segmentBytes: SEGMENT_BYTES });
    const names = [...NAMES, ...NAMES.map((name) => `gone-${name}`)];
    const streams = names.map((name) => ({ ...store.stream(name), isTombstoned: store.isTombstoned(name) }));
    const { end, marks } = store.log;
    await store.stop();
    return { streams, end, marks: [...marks] };
  }

  function newEvent(content: string) {
    const id = `00000000-0000-4000-8000-${String(number++).padStart(12, '0')}`;
    return { id, type: 'T', contentType: 'application/json', data: Buffer.from(content), metadata: Buffer.alloc(0) };
  }
});

async function submit(store: EventStore, command: WriteCommand): Promise<WriteOutcome> {
  return new Promise((resolve) => store.submit(command, resolve));
}
