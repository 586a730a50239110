import { readSync } from 'node:fs';
import type { Segment } from './segment.file';

const CHUNK_BYTES = 1024 * 1024;

/** A moving view of a segment that is read from front to back. */
export class SegmentWindow {
  buffer = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly segment: Segment) {}

  /** Where in `buffer` the byte at `offset` is, once `bytes` bytes from there are loaded; undefined past the end. */
  locate(offset: number, bytes: number): number | undefined {
    if (offset + bytes > this.segment.bytes) return undefined;
    if (offset + bytes > this.start + this.buffer.length) this.load(offset, Math.max(bytes, CHUNK_BYTES));
    return offset + bytes > this.start + this.buffer.length ? undefined : offset - this.start;
  }

  private load(offset: number, bytes: number): void {
    const buffer = Buffer.allocUnsafe(Math.min(bytes, this.segment.bytes - offset));
    this.buffer = buffer.subarray(0, readSync(this.segment.handle.fd, buffer, 0, buffer.length, offset));
    this.start = offset;
  }
}
