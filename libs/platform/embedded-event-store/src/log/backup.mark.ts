import { access, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NoEventLogError } from './log.errors';
import { syncFolder } from './segment.file';

/** There from before the first byte of a copy until after its last: a folder that has it holds no whole log. */
const NAME = 'BACKUP-UNFINISHED';

/** Fails where another backup has begun in the folder. */
export async function markUnfinishedBackup(folder: string): Promise<void> {
  await (await open(join(folder, NAME), 'wx')).close();
  await syncFolder(folder);
}

export async function markFinishedBackup(folder: string): Promise<void> {
  await rm(join(folder, NAME));
  await syncFolder(folder);
}

export async function assertNoUnfinishedBackup(folder: string): Promise<void> {
  const isThere = await access(join(folder, NAME)).then(
    () => true,
    () => false,
  );
  if (isThere) throw new NoEventLogError(`${folder} holds a backup that was not finished; it is of no use, remove it`);
}
