/**
 * Walks the fields of one protobuf message in place. Nothing is checked but its bounds: the bytes are of a server that
 * was asked for them. A position in the log fills 64 bits, hence `uint64`.
 */
export class ProtobufFields {
  private wireType = 0;

  constructor(
    readonly bytes: Buffer,
    private offset = 0,
    private end = bytes.length,
  ) {}

  /** The next field's number, or 0 at the end. Each field must then be read or skipped. */
  next(): number {
    if (this.offset >= this.end) return 0;
    const tag = this.low32();
    this.wireType = tag & 7;
    return tag >>> 3;
  }

  /** Calls for each field of a message within; each must then be read or skipped. Goes on after the message. */
  within(read: (field: number) => void): void {
    const { end } = this;
    const length = this.low32();
    this.end = this.bounded(length);
    for (let field = this.next(); field !== 0; field = this.next()) read(field);
    this.end = end;
  }

  text(): string {
    const [start, end] = this.span();
    return this.bytes.toString('utf8', start, end);
  }

  /** Where in `bytes` they are. */
  span(): readonly [start: number, end: number] {
    const length = this.low32();
    const start = this.offset;
    this.offset = this.bounded(length);
    return [start, this.offset];
  }

  uint64(): bigint {
    let low = 0;
    let factor = 1;
    // Seven bytes of seven bits are exact in a double; few numbers have more.
    for (let count = 0; count < 7; count++) {
      const byte = this.byte();
      low += (byte & 0x7f) * factor;
      if (byte < 0x80) return BigInt(low);
      factor *= 0x80;
    }
    const high = this.low32();
    return BigInt.asUintN(64, BigInt(low) + (BigInt(high) << 49n));
  }

  skip(): void {
    if (this.wireType === 0) this.uint64();
    else if (this.wireType === 2) this.span();
    else this.offset = this.bounded(this.wireType === 1 ? 8 : 4);
  }

  private low32(): number {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }

  private byte(): number {
    const byte = this.bytes[this.offset++];
    if (byte === undefined) throw new RangeError('a protobuf message is cut off');
    return byte;
  }

  private bounded(length: number): number {
    const end = this.offset + length;
    if (end > this.end) throw new RangeError('a protobuf message is cut off');
    return end;
  }
}
