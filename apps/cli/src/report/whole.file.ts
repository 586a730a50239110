import { rename, rm, writeFile } from 'node:fs/promises';
import { CliFailure } from '../cli-failure.error';

/** Writes the file whole or not at all: what was there before stays until all of it is written. */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, content, { flag: 'wx' });
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliFailure(`${file} can’t be written: ${reason}`, { cause });
  }
}
