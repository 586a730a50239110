import { findHolder } from '../log/folder.lock';
import { isSameProcess } from '../log/process.identity';
import { snapshotFile } from '../store/snapshot.file';
import { LogCheck, type LogDamage, type TornTail } from './log.check';
import { readExtent, type LogExtent } from './log.extent';
import { SnapshotCheck } from './snapshot.check';

export type LogVerification = {
  folder: string;
  /** The position up to which the log was read and is sound, or was found damaged. */
  end: number;
  segments: number;
  /** Records: each is one append, whole or not there at all. */
  frames: number;
  events: number;
  streams: number;
  /** Of the segments' files. */
  bytes: number;
  seconds: number;
  hasSnapshot: boolean;
  /** The node that runs on the folder; the log was then checked up to what it had acknowledged. */
  nodeProcessId: number | undefined;
  tornTail: TornTail | undefined;
  /** In the order of the log; empty where all is as it was written. At most one for the frames of a segment. */
  damages: LogDamage[];
};

const MOST_DAMAGES = 100;

/**
 * Reads all of the log in a folder, beside a running node up to its durable end, and changes nothing. Checks headers and
 * checksums of every segment and frame, that segments, frames and events lie where they say, that every event can be
 * decoded, that revisions are dense in each stream, that nothing is missing that was synced, and that the snapshot of
 * the index was made of this log. Memory grows with the number of streams, as the node's does, not with that of events.
 * Throws NoEventLogError, NodeStartingError, UnsupportedLogFormatError or the file system's error.
 */
export async function verifyEventLog(folder: string): Promise<LogVerification> {
  const startedAtMs = performance.now();
  for (;;) {
    const extent = await readExtent(folder);
    const found = await verifyExtent(folder, extent);
    // A node that has come in the meantime may have cut a torn tail, or one that has gone left it: look again.
    if (!isSameProcess(extent.node, await findHolder(folder))) continue;
    return { ...found, seconds: (performance.now() - startedAtMs) / 1000 };
  }
}

/** As `verifyEventLog`, of an extent that was measured before. */
export async function verifyExtent(folder: string, extent: LogExtent): Promise<Omit<LogVerification, 'seconds'>> {
  const snapshot = new SnapshotCheck(extent.snapshot);
  const check = new LogCheck(extent, snapshot);
  const last = extent.segments.at(-1);
  for (const segment of extent.segments) {
    await check.checkSegment(segment, segment === last);
    if (check.damages.length >= MOST_DAMAGES) break;
  }
  if (check.damages.length === 0 && last !== undefined && check.end < extent.durableEnd) {
    check.report(last.file, check.end - last.base, `records up to position ${extent.durableEnd} are missing`);
  }
  const flaw = snapshot.flaw(check.damages.length === 0);
  if (flaw !== undefined) check.report(snapshotFile(folder), 0, `${flaw}; a node passes it over and reads the log`);
  const { segments, frames, events, end, tornTail, damages, ledger } = check;
  const hasSnapshot = extent.snapshot.kind === 'sound';
  const bytes = extent.segments.slice(0, segments).reduce((sum, segment) => sum + segment.bytes, 0);
  const counts = { segments, frames, events, streams: ledger.streams, bytes };
  return { folder, end, ...counts, hasSnapshot, nodeProcessId: extent.node?.processId, tornTail, damages };
}
