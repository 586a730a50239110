import { FRAME_HEADER_BYTES } from './frame.codec';

/** An event as it lies in the log: RecordedEvent bytes from `start` to `end` of `buffer`. */
export type LoggedEvent = { buffer: Buffer; start: number; end: number; position: number };

/** The events of the frame that begins at `offset` of `buffer` and at `position` of the log. */
export function eventsOfFrame(buffer: Buffer, offset: number, payloadBytes: number, position: number): LoggedEvent[] {
  const events: LoggedEvent[] = [];
  const frameEnd = offset + FRAME_HEADER_BYTES + payloadBytes;
  let at = offset + FRAME_HEADER_BYTES;
  while (at + 4 <= frameEnd) {
    const start = at + 4;
    const end = start + buffer.readUInt32LE(at);
    events.push({ buffer, start, end, position: position + (at - offset) });
    at = end;
  }
  return events;
}
