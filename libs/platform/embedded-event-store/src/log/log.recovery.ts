import { readSync } from 'node:fs';
import { CorruptLogError } from './log.errors';
import { FRAME_HEADER_BYTES, isFrameSound, readFrameHeader } from './frame.codec';
import { eventsOfFrame, type LoggedEvent } from './logged-event';
import { SEGMENT_HEADER_BYTES, type Segment } from './segment.file';
import { findLaterWitness } from './tail.inspection';

export type RecoveryVisitor = { frame(position: number): void; event(event: LoggedEvent): void };
export type RecoveryLimits = { isLast: boolean; durableEnd: number };
const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads and checks every frame of a segment, in order, and returns the number of sound bytes at its front.
 * Less than the file's length means that a torn tail follows, which may be cut; any other damage throws.
 */
export function scanSegment(segment: Segment, limits: RecoveryLimits, visitor: RecoveryVisitor): number {
  let offset = SEGMENT_HEADER_BYTES;
  let chunk = Buffer.alloc(0);
  let chunkOffset = offset;
  const load = (bytes: number): void => {
    chunk = Buffer.allocUnsafe(Math.min(Math.max(bytes, CHUNK_BYTES), segment.bytes - offset));
    chunk = chunk.subarray(0, readSync(segment.handle.fd, chunk, 0, chunk.length, offset));
    chunkOffset = offset;
  };
  while (offset < segment.bytes) {
    const available = chunk.length - (offset - chunkOffset);
    if (available < FRAME_HEADER_BYTES) load(CHUNK_BYTES);
    const position = segment.base + offset;
    const header =
      chunk.length - (offset - chunkOffset) < FRAME_HEADER_BYTES
        ? undefined
        : readFrameHeader(chunk, offset - chunkOffset);
    const frameBytes = FRAME_HEADER_BYTES + (header?.payloadBytes ?? 0);
    if (header === undefined || header.position !== position || frameBytes > segment.bytes - offset) break;
    if (frameBytes > chunk.length - (offset - chunkOffset)) load(frameBytes);
    const start = offset - chunkOffset;
    if (!isFrameSound(chunk, start, start + frameBytes)) break;
    visitor.frame(position);
    for (const event of eventsOfFrame(chunk, start, header.payloadBytes, position)) visitor.event(event);
    offset += frameBytes;
  }
  if (offset < segment.bytes) assertTornTail(segment, offset, limits);
  return offset;
}

/** Throws unless the bytes from `offset` on can be the remains of a write that was never acknowledged. */
function assertTornTail(segment: Segment, offset: number, { isLast, durableEnd }: RecoveryLimits): void {
  const position = segment.base + offset;
  if (!isLast) throw new CorruptLogError(segment.file, offset, 'a record in a closed segment fails its checksum');
  if (position < durableEnd)
    throw new CorruptLogError(segment.file, offset, 'a record synced before fails its checksum');
  if (findLaterWitness(segment, offset)) {
    throw new CorruptLogError(segment.file, offset, 'a record fails its checksum and later ones are sound');
  }
}
