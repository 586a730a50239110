import { CorruptLogError } from './log.errors';
import { FRAME_HEADER_BYTES, isFrameSound, readFrameHeader } from './frame.codec';
import { eventsOfFrame, type LoggedEvent } from './logged-event';
import { SEGMENT_HEADER_BYTES, type Segment } from './segment.file';
import { SegmentWindow } from './segment.window';
import { findLaterWitness } from './tail.inspection';

/** Is shown the frames from position `from` on, and their events. */
export type RecoveryVisitor = { from: number; frame(position: number): void; event(event: LoggedEvent): void };
export type RecoveryLimits = { isLast: boolean; durableEnd: number; verifyFrom: number };

/**
 * Reads and checks every frame of a segment, in order, and returns the number of sound bytes at its front.
 * Less than the file's length means that a torn tail follows, which may be cut; any other damage throws.
 */
export function scanSegment(segment: Segment, limits: RecoveryLimits, visitor: RecoveryVisitor): number {
  const window = new SegmentWindow(segment);
  if (segment.base + segment.bytes <= limits.verifyFrom) return segment.bytes;
  let offset = Math.max(SEGMENT_HEADER_BYTES, limits.verifyFrom - segment.base);
  for (let frame = soundFrameAt(segment, window, offset); frame; frame = soundFrameAt(segment, window, offset)) {
    if (frame.position >= visitor.from) show(window.buffer, frame, visitor);
    offset += FRAME_HEADER_BYTES + frame.payloadBytes;
  }
  if (offset < segment.bytes) assertTornTail(segment, offset, limits);
  return offset;
}

function show(buffer: Buffer, { start, payloadBytes, position }: SoundFrame, visitor: RecoveryVisitor): void {
  visitor.frame(position);
  for (const event of eventsOfFrame(buffer, start, payloadBytes, position)) visitor.event(event);
}

type SoundFrame = { start: number; payloadBytes: number; position: number };

function soundFrameAt(segment: Segment, window: SegmentWindow, offset: number): SoundFrame | undefined {
  const headerStart = window.locate(offset, FRAME_HEADER_BYTES);
  const header = headerStart === undefined ? undefined : readFrameHeader(window.buffer, headerStart);
  if (header === undefined || header.position !== segment.base + offset) return undefined;
  const start = window.locate(offset, FRAME_HEADER_BYTES + header.payloadBytes);
  if (start === undefined) return undefined;
  const isSound = isFrameSound(window.buffer, start, start + FRAME_HEADER_BYTES + header.payloadBytes);
  return isSound ? { start, payloadBytes: header.payloadBytes, position: header.position } : undefined;
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
