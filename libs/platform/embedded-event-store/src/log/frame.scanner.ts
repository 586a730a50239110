import { FRAME_HEADER_BYTES, readFrameHeader } from './frame.codec';
import { CorruptLogError } from './log.errors';
import type { EventLog } from './event-log';
import { eventsOfFrame, type LoggedEvent } from './logged-event';

const CHUNK_BYTES = 256 * 1024;

/** Reads the log from a frame's start onwards, a chunk of whole frames at a time, up to the durable end. */
export class FrameScanner {
  constructor(
    private readonly log: EventLog,
    private position: number,
  ) {}

  /** The events of the next frames; empty at the end of the log (where it may be called again later). */
  async next(): Promise<LoggedEvent[]> {
    let bytes = CHUNK_BYTES;
    while (this.position < this.log.end) {
      this.position = this.log.skipHeader(this.position);
      const chunk = await this.log.read(this.position, bytes);
      const { events, frameBytes, neededBytes } = framesIn(chunk, this.position);
      this.position += frameBytes;
      if (events.length > 0) return events;
      bytes = Math.max(CHUNK_BYTES, neededBytes);
    }
    return [];
  }
}

/** The events of the whole frames at the front of a chunk, and how many bytes the next frame takes. */
function framesIn(chunk: Buffer, start: number): { events: LoggedEvent[]; frameBytes: number; neededBytes: number } {
  const events: LoggedEvent[] = [];
  let offset = 0;
  while (offset + FRAME_HEADER_BYTES <= chunk.length) {
    const header = readFrameHeader(chunk, offset);
    const position = start + offset;
    if (header?.position !== position) throw new CorruptLogError('the log', position, 'not the start of a record');
    const end = offset + FRAME_HEADER_BYTES + header.payloadBytes;
    if (end > chunk.length) return { events, frameBytes: offset, neededBytes: end - offset };
    for (const event of eventsOfFrame(chunk, offset, header.payloadBytes, position)) events.push(event);
    offset = end;
  }
  return { events, frameBytes: offset, neededBytes: 0 };
}
