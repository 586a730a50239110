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
    const events: LoggedEvent[] = [];
    let bytes = CHUNK_BYTES;
    while (events.length === 0 && this.position < this.log.end) {
      this.position = this.log.skipHeader(this.position);
      const chunk = await this.log.read(this.position, bytes);
      let offset = 0;
      bytes = CHUNK_BYTES;
      while (offset + FRAME_HEADER_BYTES <= chunk.length) {
        const header = readFrameHeader(chunk, offset);
        const position = this.position + offset;
        if (header?.position !== position) throw new CorruptLogError('the log', position, 'not the start of a record');
        const frameBytes = FRAME_HEADER_BYTES + header.payloadBytes;
        if (offset + frameBytes > chunk.length) {
          if (offset === 0) bytes = frameBytes;
          break;
        }
        for (const event of eventsOfFrame(chunk, offset, header.payloadBytes, position)) events.push(event);
        offset += frameBytes;
      }
      this.position += offset;
    }
    return events;
  }
}
