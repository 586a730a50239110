import type { FileHandle } from 'node:fs/promises';

/** Writes all of `content` at `position`; a single write may take a part of it only, as on a disk that fills up. */
export async function writeWhole(handle: Pick<FileHandle, 'write'>, content: Buffer, position: number): Promise<void> {
  for (let written = 0; written < content.length;) {
    const { bytesWritten } = await handle.write(content, written, content.length - written, position + written);
    written += bytesWritten;
  }
}
