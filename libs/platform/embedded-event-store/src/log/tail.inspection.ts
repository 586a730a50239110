import { readSync } from 'node:fs';
import { FRAME_HEADER_BYTES, FRAME_MAGIC, isFrameSound, readFrameHeader } from './frame.codec';
import type { Segment } from './segment.file';

const MAGIC_BYTES = Buffer.alloc(4);
MAGIC_BYTES.writeUInt32LE(FRAME_MAGIC);

/** Whether a sound frame after `offset` says that the log had been durable beyond it. */
export function findLaterWitness(segment: Segment, offset: number): boolean {
  const buffer = Buffer.allocUnsafe(segment.bytes - offset);
  const tail = buffer.subarray(0, readSync(segment.handle.fd, buffer, 0, buffer.length, offset));
  const position = segment.base + offset;
  for (let at = tail.indexOf(MAGIC_BYTES, 1); at !== -1; at = tail.indexOf(MAGIC_BYTES, at + 1)) {
    if (isWitness(tail, at, position)) return true;
  }
  return false;
}

function isWitness(tail: Buffer, at: number, damagedPosition: number): boolean {
  if (at + FRAME_HEADER_BYTES > tail.length) return false;
  const header = readFrameHeader(tail, at);
  if (header?.position !== damagedPosition + at || header.durableBefore <= damagedPosition) return false;
  const end = at + FRAME_HEADER_BYTES + header.payloadBytes;
  return end <= tail.length && isFrameSound(tail, at, end);
}
