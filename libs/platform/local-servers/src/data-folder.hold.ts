import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { DataFolderHeldError, DataFolderUnusableError } from './data-folder.errors';
import { isAlive, ownIdentity, parseIdentity } from './process.identity';
import { codeOf, messageOf } from './system.error';

const LOCK = 'tenure.lock';
const ATTEMPTS = 20;

export interface DataFolderHold {
  /** Idempotent. */
  release(): Promise<void>;
}

/**
 * Holds a folder for this process alone, creating it where it is missing. The hold of a process that was killed is
 * taken over at once. Rejects with `DataFolderHeldError` or `DataFolderUnusableError`.
 */
export async function holdDataFolder(folder: string): Promise<DataFolderHold> {
  const path = resolve(folder);
  const lock = join(path, LOCK);
  const own = JSON.stringify({ ...ownIdentity(), hold: randomUUID() });
  const prepared = join(path, `.${LOCK}.${randomUUID()}`);
  try {
    await mkdir(path, { recursive: true });
    await writeFile(prepared, own, { flag: 'wx' });
    await acquire(path, lock, prepared);
  } catch (error) {
    throw error instanceof DataFolderHeldError
      ? error
      : new DataFolderUnusableError(path, reasonOf(error), { cause: error });
  } finally {
    await rm(prepared, { force: true }).catch(() => undefined);
  }
  return {
    release: async () => {
      if ((await contentOf(lock)) === own) await rm(lock, { force: true });
    },
  };
}

/**
 * A hard link appears with its whole content or not at all, so nobody reads a half-written lock. Whoever takes over a
 * stale lock first holds a claim on exactly that lock, so of several contenders one can replace it; a claim is a lock
 * like any other, and left behind by a killed contender it is taken over in the same way.
 */
async function acquire(folder: string, lock: string, prepared: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await linkUnlessTaken(prepared, lock)) return;
    const content = await contentOf(lock);
    if (content === undefined) continue;
    const holder = parseIdentity(content);
    if (holder && isAlive(holder)) throw new DataFolderHeldError(folder, holder.pid);
    const claim = `${lock}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
    await acquire(folder, claim, prepared);
    const unchanged = (await contentOf(lock)) === content;
    if (unchanged) {
      await link(prepared, `${prepared}.next`);
      await rename(`${prepared}.next`, lock);
    }
    await rm(claim, { force: true });
    if (unchanged) return;
  }
  throw new Error('its lock file keeps changing hands');
}

const linkUnlessTaken = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    },
  );

const contentOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it is not a folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is not writable';
    case 'ENOSPC':
      return 'the disk is full';
  }
  return messageOf(error);
}
