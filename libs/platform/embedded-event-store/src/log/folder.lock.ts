import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUseError } from './log.errors';
import { errorCodeOf } from './system.error';

type Holder = { processId: number; startedAt: string };

/**
 * Takes the folder for this process, or throws DataFolderInUseError. A lock whose process is gone is taken over;
 * the start time tells a process id that was given out again. Returns the release.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'node.lock');
  const own = JSON.stringify({ processId: process.pid, startedAt: startTimeOf(process.pid) ?? '' });
  const draft = join(folder, `node.lock.${process.pid}.${Math.random().toString(36).slice(2)}`);
  await writeFile(draft, own);
  try {
    await takeOver(folder, file, draft);
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

async function takeOver(folder: string, file: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await tryLink(draft, file)) return;
    const holder = await readHolder(file);
    if (holder !== undefined && isAlive(holder)) throw new DataFolderInUseError(folder, holder.processId);
    await removeStale(file, `${draft}.stale`);
  }
  throw new DataFolderInUseError(folder, (await readHolder(file))?.processId ?? 0);
}

/** Moved away rather than deleted: of two nodes that find the same stale lock only one moves it. */
async function removeStale(file: string, aside: string): Promise<void> {
  await rename(file, aside).catch(() => undefined);
  const moved = await readHolder(aside);
  if (moved !== undefined && isAlive(moved)) await tryLink(aside, file);
  await rm(aside, { force: true });
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof content !== 'object' || content === null || !('processId' in content)) return undefined;
    return {
      processId: Number(content.processId),
      startedAt: 'startedAt' in content ? String(content.startedAt) : '',
    };
  } catch {
    return undefined;
  }
}

function isAlive({ processId, startedAt }: Holder): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (errorCodeOf(error) !== 'EPERM') return false;
  }
  const current = startTimeOf(processId);
  return current === undefined || startedAt === '' || current === startedAt;
}

/** Linux: field 22 of /proc/PID/stat, with the boot it counts from. Undefined elsewhere, and for a process that is gone. */
function startTimeOf(processId: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'gone';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
