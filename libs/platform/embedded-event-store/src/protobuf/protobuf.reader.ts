/** The bytes are not a message of the streams protocol. */
export class MalformedMessageError extends Error {}

/** Walks the fields of one protobuf message in place; `bytes` and `message` are views, not copies. */
export class ProtobufReader {
  private wireType = 0;

  constructor(
    readonly buffer: Buffer,
    private offset = 0,
    private readonly end = buffer.length,
  ) {}

  /** The next field number, or 0 at the end. Each field must then be read or skipped. */
  field(): number {
    if (this.offset >= this.end) return 0;
    const tag = this.varint();
    this.wireType = tag & 7;
    const field = tag >>> 3;
    if (field === 0) throw new MalformedMessageError('field number 0');
    return field;
  }

  /** An unsigned integer; exact up to 2^53, the nearest double above. */
  uint(): number {
    this.expect(0);
    return this.varint();
  }

  bytes(): Buffer {
    const [start, end] = this.span();
    return this.buffer.subarray(start, end);
  }

  text(): string {
    const [start, end] = this.span();
    return this.buffer.toString('utf8', start, end);
  }

  message(): ProtobufReader {
    const [start, end] = this.span();
    return new ProtobufReader(this.buffer, start, end);
  }

  skip(): void {
    if (this.wireType === 0) this.varint();
    else if (this.wireType === 1) this.advance(8);
    else if (this.wireType === 2) this.span();
    else if (this.wireType === 5) this.advance(4);
    else throw new MalformedMessageError(`wire type ${this.wireType}`);
  }

  private span(): [number, number] {
    this.expect(2);
    const length = this.varint();
    const start = this.offset;
    this.advance(length);
    return [start, this.offset];
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) throw new MalformedMessageError(`wire type ${this.wireType}, not ${wireType}`);
  }

  private advance(length: number): void {
    if (length > this.end - this.offset) throw new MalformedMessageError('truncated field');
    this.offset += length;
  }

  private varint(): number {
    let result = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      if (this.offset >= this.end) throw new MalformedMessageError('truncated number');
      const byte = this.buffer[this.offset++] ?? 0;
      result += (byte & 0x7f) * scale;
      if (byte < 0x80) return result;
      scale *= 128;
    }
    throw new MalformedMessageError('number longer than 64 bits');
  }
}
