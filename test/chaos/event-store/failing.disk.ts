import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFile, type NodeLaunch } from './node.process';

/** `bytes` limits the folder; `failsAt` makes every such call fail with `code`. */
export type DiskState = { bytes: number; failsAt?: 'write' | 'sync'; code: string };

/** A disk for one data folder that fills up on demand. */
export type LimitedDisk = {
  folder: string;
  /** What the process of the node needs to see it. */
  launch: NodeLaunch;
  /** From now on there is room for so many bytes more. */
  leave(bytes: number): void;
  release(): void;
};

const PLENTY_BYTES = 64 * 1024 * 1024;

/** A disk whose calls fail in the process of the node; works everywhere. */
export function failingDisk(root: string): LimitedDisk & { set(state: Partial<DiskState>): void } {
  const folder = join(root, 'data');
  const stateFile = join(root, 'disk.json');
  mkdirSync(folder);
  const set = (state: Partial<DiskState>): void => {
    writeFileSync(`${stateFile}.draft`, JSON.stringify({ bytes: PLENTY_BYTES, code: 'ENOSPC', ...state }));
    renameSync(`${stateFile}.draft`, stateFile);
  };
  set({});
  const preload = compileFile(join(__dirname, 'failing.disk.preload.ts'), join(root, 'failing.disk.preload.js'));
  return {
    folder,
    launch: {
      nodeArguments: ['--require', preload],
      environment: { FAILING_DISK: JSON.stringify([folder, stateFile]) },
    },
    leave: (bytes) => set({ bytes: usedBytes(folder) + bytes }),
    release: () => undefined,
    set,
  };
}

/** A small file system in memory; undefined where it can't be mounted. */
export function memoryDisk(root: string): LimitedDisk | undefined {
  const folder = join(root, 'mounted');
  mkdirSync(folder);
  const size = (bytes: number): string => `size=${Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES}`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size(PLENTY_BYTES), 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return {
    folder,
    launch: { nodeArguments: [], environment: {} },
    leave: (bytes) => execFileSync('mount', ['-o', `remount,${size(usedBlocks(folder) + bytes)}`, folder]),
    release: () => execFileSync('umount', [folder]),
  };
}

const PAGE_BYTES = 4096;

const usedBytes = (folder: string): number => sizesIn(folder).reduce((sum, bytes) => sum + bytes, 0);

const usedBlocks = (folder: string): number =>
  sizesIn(folder).reduce((sum, bytes) => sum + Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES, 0);

/** Drafts come and go meanwhile. */
function sizesIn(folder: string): number[] {
  return readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
}
