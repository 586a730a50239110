import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SegmentExtent } from '../verify/log.extent';

const CHUNK_BYTES = 1024 * 1024;

/** Copies the first `bytes` bytes of a segment and syncs the copy. They never change once they are durable. */
export async function copySegment({ file, bytes }: SegmentExtent, target: string): Promise<void> {
  const source = await open(file, 'r');
  try {
    const copy = await open(join(target, basename(file)), 'wx');
    await copyBytes(source, copy, bytes).finally(() => copy.close());
  } finally {
    await source.close();
  }
}

async function copyBytes(source: FileHandle, copy: FileHandle, bytes: number): Promise<void> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let offset = 0; offset < bytes;) {
    const { bytesRead } = await source.read(chunk, 0, Math.min(chunk.length, bytes - offset), offset);
    if (bytesRead === 0) throw new Error(`the segment ends at byte ${offset} of ${bytes}`);
    // Writes all of the chunk, where a single write may not.
    await copy.appendFile(chunk.subarray(0, bytesRead));
    offset += bytesRead;
  }
  await copy.sync();
}
