import { CorruptLogError } from './log.errors';
import { FRAME_HEADER_BYTES } from './frame.codec';
import { inspectFrame, type SoundFrame } from './frame.inspection';
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
  while (offset < segment.bytes) {
    const frame = inspectFrame(segment, window, offset);
    if ('flaw' in frame) {
      assertTornTail(segment, offset, frame.flaw, limits);
      return offset;
    }
    if (frame.position >= visitor.from) show(window.buffer, frame, visitor);
    offset += FRAME_HEADER_BYTES + frame.payloadBytes;
  }
  return offset;
}

function show(buffer: Buffer, { start, payloadBytes, position }: SoundFrame, visitor: RecoveryVisitor): void {
  visitor.frame(position);
  for (const event of eventsOfFrame(buffer, start, payloadBytes, position)) visitor.event(event);
}

/** Throws unless the bytes from `offset` on can be the remains of a write that was never acknowledged. */
function assertTornTail(segment: Segment, offset: number, flaw: string, limits: RecoveryLimits): void {
  const damage = damageAt(segment, offset, flaw, limits);
  if (damage !== undefined) throw new CorruptLogError(segment.file, offset, damage);
}

/** The flaw at `offset` in words where it is damage; undefined where it can be of a write that was never acknowledged. */
export function damageAt(
  segment: Segment,
  offset: number,
  flaw: string,
  { isLast, durableEnd }: Pick<RecoveryLimits, 'isLast' | 'durableEnd'>,
): string | undefined {
  if (!isLast) return `${flaw}, in a closed segment`;
  if (segment.base + offset < durableEnd) return `${flaw}, where the log was synced before`;
  return findLaterWitness(segment, offset) ? `${flaw}, and later records are sound` : undefined;
}
