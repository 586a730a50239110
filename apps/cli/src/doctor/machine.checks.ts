import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { examine, type Finding } from './finding';

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const BYTES_PER_GIB = 1024 ** 3;

/** What has to be so on the machine, whether or not the platform runs. */
export const checkMachine = (dataDir: string): Promise<readonly Finding[]> =>
  Promise.all([
    examine('Node', nodeVersion),
    examine('Data folder', () => writableFolder(dataDir)),
    examine('Disk space', () => freeSpace(dataDir)),
  ]);

async function nodeVersion(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.versions.node;
  throw new Error(`${process.versions.node} is too old; ${OLDEST_NODE.join('.')} or newer is needed`);
}

async function writableFolder(dataDir: string): Promise<string> {
  const there = nearestFolder(dataDir);
  await access(there, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause: unknown) => {
    throw new Error(`${there} is not writable for this account`, { cause });
  });
  return there === resolve(dataDir) ? there : `${resolve(dataDir)} will be made by the first start`;
}

async function freeSpace(dataDir: string): Promise<string> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  const free = `${((bavail * bsize) / BYTES_PER_GIB).toFixed(1)} GiB free`;
  if (bavail * bsize >= LEAST_FREE_BYTES) return free;
  throw new Error(`only ${free}; the servers stop working on a full disk`);
}

/** The data folder, or the folder that it will be made in. */
function nearestFolder(dataDir: string): string {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}
