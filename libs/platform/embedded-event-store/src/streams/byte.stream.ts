import { writeVarint } from '../protobuf/protobuf.writer';

const CHUNK_BYTES = 64 * 1024;

/** Collects numbers and texts into chunks of bytes. */
export class ByteSink {
  private chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  private length = 0;
  private full: Buffer[] = [];

  /** A whole number up to 2^53. */
  number(value: number): void {
    this.reserve(10);
    this.length = writeVarint(this.chunk, value, this.length);
  }

  bytes(content: Buffer): void {
    this.number(content.length);
    this.reserve(content.length);
    this.length += content.copy(this.chunk, this.length);
  }

  /** The chunks that are full; with `isLast` also the one that is not. */
  take(isLast: boolean): Buffer[] {
    if (isLast) this.flush();
    const taken = this.full;
    this.full = [];
    return taken;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes > this.chunk.length) this.flush(Math.max(CHUNK_BYTES, bytes));
  }

  private flush(nextBytes = CHUNK_BYTES): void {
    this.full.push(this.chunk.subarray(0, this.length));
    this.chunk = Buffer.allocUnsafe(nextBytes);
    this.length = 0;
  }
}

/** Reads back what a ByteSink collected. Reading past the end throws. */
export class ByteSource {
  private offset = 0;

  constructor(private readonly buffer: Buffer) {}

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.buffer.readUInt8(this.offset++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  bytes(): Buffer {
    const length = this.number();
    this.offset += length;
    if (this.offset > this.buffer.length) throw new RangeError('the bytes end too early');
    return this.buffer.subarray(this.offset - length, this.offset);
  }
}
