import { fstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import files, { type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskState } from './failing.disk';

/**
 * Preloaded into the process of a node: its disk is as a file says that the test writes. A full one takes what there
 * is room for and refuses the rest, as a real one does: a write may come to a stop in the middle.
 */
const [folder = '', stateFile = ''] = JSON.parse(process.env['FAILING_DISK'] ?? '[]') as string[];
const openFile = files.open;

const opening = async (...request: Parameters<typeof openFile>): Promise<FileHandle> => {
  const handle = await openFile(...request);
  const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<{ bytesWritten: number }>;
  const datasync = handle.datasync.bind(handle);
  const limited = async (buffer: Buffer, offset: number, length: number, position: number) => {
    const { failsAt, code, bytes } = state();
    if (failsAt === 'write') throw systemError(code, 'write');
    const growth = Math.max(0, position + length - fstatSync(handle.fd).size);
    const room = Math.max(0, bytes - usedBytes());
    const possible = length - Math.max(0, growth - room);
    if (possible <= 0) throw systemError('ENOSPC', 'write');
    return write(buffer, offset, possible, position);
  };
  return Object.assign(handle, {
    write: limited,
    datasync: () => {
      const { failsAt, code } = state();
      return failsAt === 'sync' ? Promise.reject(systemError(code, 'fdatasync')) : datasync();
    },
  });
};
// The module's own object, which every other module of the process calls.
Object.assign(files, { open: opening });

function state(): DiskState {
  return JSON.parse(readFileSync(stateFile, 'utf8')) as DiskState;
}

/** Other threads rename and remove drafts meanwhile. */
function usedBytes(): number {
  const sizeOf = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  return readdirSync(folder).reduce((sum, name) => sum + sizeOf(name), 0);
}

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: made by a test, ${syscall}`), { code, syscall });
}
