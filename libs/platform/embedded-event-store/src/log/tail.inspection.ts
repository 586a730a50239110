import { readSync } from 'node:fs';
import { FRAME_HEADER_BYTES, FRAME_MAGIC, isFrameSound, readFrameHeader } from './frame.codec';
import type { Segment } from './segment.file';

const MAGIC_BYTES = Buffer.alloc(4);
MAGIC_BYTES.writeUInt32LE(FRAME_MAGIC);

/** Whether a sound frame after `offset` says that the log had been durable beyond it. */
export function findLaterWitness(segment: Segment, offset: number): boolean {
  const tail = Buffer.allocUnsafe(segment.bytes - offset);
  const read = readSync(segment.handle.fd, tail, 0, tail.length, offset);
  let at = tail.indexOf(MAGIC_BYTES, 1);
  while (at !== -1 && at + FRAME_HEADER_BYTES <= read) {
    const header = readFrameHeader(tail, at);
    const end = at + FRAME_HEADER_BYTES + (header?.payloadBytes ?? 0);
    const position = segment.base + offset + at;
    if (header !== undefined && header.position === position && end <= read && isFrameSound(tail, at, end)) {
      if (header.durableBefore > segment.base + offset) return true;
    }
    at = tail.indexOf(MAGIC_BYTES, at + 1);
  }
  return false;
}
