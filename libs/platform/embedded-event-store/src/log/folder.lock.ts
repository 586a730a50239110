import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderInUseError, StorageUnavailableError } from './log.errors';
import { isAlive, ownIdentity, type ProcessIdentity } from './process.identity';
import { errorCodeOf, errorMessageOf } from './system.error';

const NAME = 'node.lock';

/**
 * Takes the folder for this process, or throws DataFolderInUseError, or StorageUnavailableError where nothing can be
 * written. A lock whose process is gone is taken over; the start time tells a process id that was given out again.
 * Returns the release.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, NAME);
  const draft = join(folder, `${NAME}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, JSON.stringify(ownIdentity()));
  } catch (error) {
    const reason = errorMessageOf(error);
    throw new StorageUnavailableError(`the data folder ${folder} can't be written to: ${reason}`, { cause: error });
  }
  try {
    await takeOver(folder, file, draft);
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

/** The live process that holds the folder. Changes nothing. */
export async function findHolder(folder: string): Promise<ProcessIdentity | undefined> {
  const holder = await readHolder(join(folder, NAME));
  return holder !== undefined && isAlive(holder) ? holder : undefined;
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

async function readHolder(file: string): Promise<ProcessIdentity | undefined> {
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
