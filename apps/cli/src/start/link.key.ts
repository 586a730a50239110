import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'link.key';
const KEY_BYTES = 32;

/** The key of links to customers that the data folder holds; made where it holds none. Throws where the file is no key. */
export async function keptLinkKey(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, FILE);
  const known = await readFile(path, 'utf8').catch(absent);
  if (known === undefined) return makeKey(path);
  const key = Buffer.from(known.trim(), 'base64');
  if (key.length < KEY_BYTES) throw new Error(`${path} holds no key; remove it to have a new one made`);
  return key;
}

async function makeKey(path: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES);
  // Renamed once it is whole: half a key must not be taken for one after a crash.
  await writeFile(`${path}.new`, `${key.toString('base64')}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return key;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
