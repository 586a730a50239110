import { BackupRefusedError } from '../log/log.errors';
import { verifyExtent, verifyEventLog, type LogVerification } from '../verify/log.verification';
import { measureExtent, readExtent, type LogExtent } from '../verify/log.extent';
import { assertEmpty, fillFolder } from './backup.folder';
import { copySegment } from './segment.copy';

export type LogBackup = Pick<LogVerification, 'end' | 'segments' | 'events' | 'streams' | 'bytes'> & {
  source: string;
  target: string;
  seconds: number;
  /** The node that ran on the source. */
  nodeProcessId: number | undefined;
};

/**
 * Copies the log in `source` into the empty folder `target`, also while a node writes to it: every event that was
 * acknowledged before the call, in order, with its revision and position, and perhaps later ones. The copy is read and
 * verified before it counts; until then, and after a crash on the way, `target` is marked and no node opens it. It is a
 * data folder of its own: to restore is to start a node on it, or on a copy of it.
 * Throws BackupRefusedError (the target is not empty, the log is damaged), NoEventLogError, NodeStartingError,
 * UnsupportedLogFormatError or the file system's error.
 */
export async function backupEventLog(source: string, target: string): Promise<LogBackup> {
  const startedAtMs = performance.now();
  await assertEmpty(target);
  const { extent, end } = await extentToCopy(source);
  const copied = await fillFolder(target, end, async () => {
    for (const segment of extent.segments) await copySegment(segment, target);
    return sound(source, await verifyExtent(target, await measureExtent(target)));
  });
  const { segments, events, streams, bytes } = copied;
  const seconds = (performance.now() - startedAtMs) / 1000;
  return { source, target, end, segments, events, streams, bytes, seconds, nodeProcessId: extent.node?.processId };
}

/** Beside a node all that is durable; without one, all but a torn tail, for which the log has to be read. */
async function extentToCopy(source: string): Promise<{ extent: LogExtent; end: number }> {
  const extent = await readExtent(source);
  if (extent.node !== undefined) return { extent, end: extent.durableEnd };
  const { end } = sound(source, await verifyEventLog(source));
  const segments = extent.segments
    .filter(({ base }) => base === 0 || base < end)
    .map((segment) => ({ ...segment, bytes: Math.min(segment.bytes, end - segment.base) }));
  return { extent: { ...extent, segments }, end };
}

function sound<Found extends Pick<LogVerification, 'damages'>>(source: string, found: Found): Found {
  const [damage] = found.damages;
  if (damage === undefined) return found;
  const { file, offset, reason } = damage;
  throw new BackupRefusedError(`no backup of ${source} was made: ${file} at byte ${offset}: ${reason}`);
}
