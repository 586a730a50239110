import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { assertNoUnfinishedBackup } from '../log/backup.mark';
import { readDurableEnd } from '../log/durable-end.file';
import { findHolder } from '../log/folder.lock';
import { NodeStartingError, NoEventLogError } from '../log/log.errors';
import { isSameProcess, type ProcessIdentity } from '../log/process.identity';
import { listSegments } from '../log/segment.file';
import { inspectSnapshot, type SnapshotInspection } from '../store/snapshot.file';

export type SegmentExtent = { base: number; file: string; bytes: number };

/** What there is to check, or to copy, of a log that may be growing. */
export type LogExtent = {
  /** In order; the last one up to the durable end where a node runs, else all of the file. */
  segments: SegmentExtent[];
  /** Up to here the log was synced, at least; beside a running node exactly what it has acknowledged, or is about to. */
  durableEnd: number;
  node: ProcessIdentity | undefined;
  snapshot: SnapshotInspection;
};

const START_LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Throws NoEventLogError, or NodeStartingError where a node takes longer than half a minute to read its log. */
export async function readExtent(folder: string): Promise<LogExtent> {
  await assertNoUnfinishedBackup(folder);
  return measureExtent(folder);
}

/** As `readExtent`, also of a backup that is being made. */
export async function measureExtent(folder: string): Promise<LogExtent> {
  // In this order: the log holds what its snapshot covers, and the files what the mark says.
  const snapshot = await inspectSnapshot(folder);
  const { node, markedEnd } = await readMark(folder);
  const files = await listSegments(folder).catch(() => []);
  if (files.length === 0) throw new NoEventLogError(`there is no event log in ${folder}`);
  const limit = node === undefined ? Number.MAX_SAFE_INTEGER : markedEnd;
  const segments: SegmentExtent[] = [];
  for (const { base, file } of files) {
    if (base > 0 && base >= limit) break;
    segments.push({ base, file, bytes: Math.min((await stat(file)).size, limit - base) });
  }
  const coveredEnd = snapshot.kind === 'sound' ? snapshot.snapshot.end : 0;
  return { segments, durableEnd: Math.max(markedEnd, coveredEnd), node, snapshot };
}

/** A mark that the running node made itself: an older one may lie before what was acknowledged. */
async function readMark(folder: string): Promise<{ node: ProcessIdentity | undefined; markedEnd: number }> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const node = await findHolder(folder);
    const mark = await readDurableEnd(folder);
    if (node === undefined || isSameProcess(mark?.writtenBy, node)) return { node, markedEnd: mark?.position ?? 0 };
    if (waitedMs >= START_LIMIT_MS) throw new NodeStartingError(folder, node.processId);
    await pause(LOOK_EVERY_MS);
  }
}
