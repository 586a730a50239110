import { FRAME_HEADER_BYTES, isFrameSound, readFrameHeader, type FrameHeader } from './frame.codec';
import type { Segment } from './segment.file';
import type { SegmentWindow } from './segment.window';

/** A frame that is as it was written; `start` is where it begins in the window's buffer. */
export type SoundFrame = FrameHeader & { start: number };
export type FrameFlaw = { flaw: string };

/** The frame at `offset` of a segment, or in words why there is none. */
export function inspectFrame(segment: Segment, window: SegmentWindow, offset: number): SoundFrame | FrameFlaw {
  const headerStart = window.locate(offset, FRAME_HEADER_BYTES);
  if (headerStart === undefined) return { flaw: 'the header of a record ends too early' };
  const header = readFrameHeader(window.buffer, headerStart);
  if (header === undefined) return { flaw: 'no record begins here' };
  const position = segment.base + offset;
  if (header.position !== position) return { flaw: `a record at position ${position} calls itself ${header.position}` };
  const start = window.locate(offset, FRAME_HEADER_BYTES + header.payloadBytes);
  if (start === undefined) return { flaw: `a record of ${header.payloadBytes} bytes ends too early` };
  const isSound = isFrameSound(window.buffer, start, start + FRAME_HEADER_BYTES + header.payloadBytes);
  return isSound ? { ...header, start } : { flaw: 'a record fails its checksum' };
}
