import { fstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import files, { type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyncedRecord } from './power.cut';

/** Preloaded into the process of a node: writes down, file by file, what has been synced, before the node hears of it. */
const records = process.env['SYNCED_RECORDS'] ?? '';
const openFile = files.open;

async function opening(path: string, flags: string): Promise<FileHandle> {
  const handle = await openFile(path, flags);
  const recording = (sync: () => Promise<void>) => async (): Promise<void> => {
    const { ino, size } = fstatSync(handle.fd);
    const content = path.endsWith('.json.draft') ? readFileSync(path, 'utf8') : undefined;
    await sync();
    record(ino, { size, content });
  };
  return Object.assign(handle, {
    sync: recording(handle.sync.bind(handle)),
    datasync: recording(handle.datasync.bind(handle)),
  });
}
Object.assign(files, { open: opening });

function record(inode: number, synced: SyncedRecord): void {
  const file = join(records, String(inode));
  writeFileSync(`${file}.draft`, JSON.stringify(synced));
  renameSync(`${file}.draft`, file);
}
