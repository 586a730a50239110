import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastSegment, segments } from '../log/event-log.fixture';
import { BackupRefusedError, NoEventLogError } from '../log/log.errors';
import { EventStore } from '../store/event-store';
import { appendBatches, SMALL_SEGMENT_BYTES, storeBatches } from '../store/stored.log.fixture';
import { verifyEventLog } from '../verify/log.verification';
import { fillFolder } from './backup.folder';
import { backupEventLog } from './log.backup';

describe('backing up an event log', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenure-backup-'));
  let number = 0;
  let source = '';
  let target = '';
  beforeEach(() => {
    source = mkdtempSync(join(root, 'source-'));
    target = join(root, `target-${number++}`);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('of a stopped node leaves out a torn tail, and the copy goes on on its own', async () => {
    await storeBatches(source, Array<number>(20).fill(5));
    const { end } = await verifyEventLog(source);
    appendFileSync(lastSegment(source), 'torn');
    const backup = await backupEventLog(source, target);
    expect(backup).toMatchObject({ end, events: 100, streams: 3, nodeProcessId: undefined, bytes: end });
    expect(await verifyEventLog(target)).toMatchObject({ end, events: 100, damages: [], tornTail: undefined });
    await storeBatches(target, [2]);
    expect(await verifyEventLog(target)).toMatchObject({ events: 102, damages: [] });
  });

  it('of a running node holds what was acknowledged, and not what lies behind it', async () => {
    const store = await EventStore.open({ folder: source, segmentBytes: SMALL_SEGMENT_BYTES });
    await appendBatches(store, [5, 5, 5]);
    appendFileSync(lastSegment(source), Buffer.alloc(3000, 7));
    const backup = await backupEventLog(source, target);
    expect(backup).toMatchObject({ end: store.log.end, events: 15, nodeProcessId: process.pid });
    await store.stop();
  });

  it('of an empty log is an empty log', async () => {
    await storeBatches(source, []);
    expect(await backupEventLog(source, target)).toMatchObject({ events: 0, segments: 1 });
    expect(await verifyEventLog(target)).toMatchObject({ events: 0, damages: [] });
  });

  it('refuses a folder that is not empty, and leaves it as it is', async () => {
    await storeBatches(source, [1]);
    await expect(backupEventLog(source, source)).rejects.toThrow(BackupRefusedError);
    expect((await verifyEventLog(source)).damages).toEqual([]);
  });

  it.each(['stopped', 'running'] as const)('refuses a damaged log of a %s node, and leaves nothing', async (state) => {
    const store = await EventStore.open({ folder: source, segmentBytes: SMALL_SEGMENT_BYTES });
    await appendBatches(store, Array<number>(20).fill(5));
    if (state === 'stopped') await store.stop();
    const [first = ''] = segments(source);
    const bytes = readFileSync(first);
    bytes.fill(0, 500, 510);
    writeFileSync(first, bytes);
    const refused = backupEventLog(source, target);
    await expect(refused).rejects.toThrow(/no backup of .*segment-0000000000000000\.log at byte \d+: a record fails/);
    await expect(refused).rejects.toThrow(BackupRefusedError);
    expect(readdirSync(target)).toEqual([]);
    if (state === 'running') await store.stop();
  });

  it('says that there is nothing to back up', async () => {
    await expect(backupEventLog(join(source, 'none'), target)).rejects.toThrow(NoEventLogError);
  });

  it('is known as unfinished on the way, to a node, to a verification and to another backup', async () => {
    await storeBatches(source, [1]);
    const folder = mkdtempSync(join(root, 'half-'));
    const finish = new AbortController();
    let reportHalfWay: () => void = () => undefined;
    const halfWay = new Promise<void>((resolve) => (reportHalfWay = resolve));
    const filling = fillFolder(folder, 32, async () => {
      reportHalfWay();
      await once(finish.signal, 'abort');
    });
    await halfWay;
    await expect(EventStore.open({ folder, segmentBytes: SMALL_SEGMENT_BYTES })).rejects.toThrow(/not finished/);
    await expect(verifyEventLog(folder)).rejects.toThrow(/not finished/);
    await expect(backupEventLog(source, folder)).rejects.toThrow(BackupRefusedError);
    finish.abort();
    await filling;
    expect(readdirSync(folder)).toEqual(['durable-end.json']);
  });
});
