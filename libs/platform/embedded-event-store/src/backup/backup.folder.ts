import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { markFinishedBackup, markUnfinishedBackup } from '../log/backup.mark';
import { writeDurableEnd } from '../log/durable-end.file';
import { BackupRefusedError } from '../log/log.errors';
import { syncFolder } from '../log/segment.file';

/**
 * Fills a folder that `assertEmpty` found to be so, and leaves it either whole or marked as unfinished: no node opens it
 * then. What `fill` rejects with empties it again.
 */
export async function fillFolder<Filled>(folder: string, end: number, fill: () => Promise<Filled>): Promise<Filled> {
  await markUnfinishedBackup(folder);
  await syncFolder(dirname(resolve(folder)));
  try {
    // First of all: without its last record the copy would be known as cut, whatever becomes of the mark.
    await writeDurableEnd(folder, end);
    const filled = await fill();
    await syncFolder(folder);
    await markFinishedBackup(folder);
    return filled;
  } catch (error) {
    await empty(folder).catch(() => undefined);
    throw error;
  }
}

/** Makes the folder where it is missing. */
export async function assertEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length > 0)
    throw new BackupRefusedError(`${folder} is not empty (it holds ${names[0]}): nothing was copied`);
}

/** The mark goes last. */
async function empty(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.filter((name) => /\.(log|json|draft)$/.test(name)).map((name) => rm(join(folder, name))));
  await markFinishedBackup(folder);
}
