import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CliFailure } from '../cli-failure.error';

/** The same data by the same mapping is the same load, whatever the files are called and wherever they lie. */
export async function historyLoadId(mappingFile: string, files: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const file of [mappingFile, ...files]) digest.update(await digestOf(file));
  return `load-${digest.digest('hex').slice(0, 24)}`;
}

async function digestOf(file: string): Promise<Buffer> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest).catch((cause: unknown) => {
    throw new CliFailure(`${file} can't be read: ${reasonOf(cause)}`, { cause });
  });
  return digest.digest();
}

function reasonOf(cause: unknown): string {
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'this account may not read it';
  }
  return String(cause);
}
