/** Building blocks of protobuf messages. The hot path writes in place; rare messages are put together from fields. */

export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Returns the offset after the number. `value` is a whole number up to 2^53. */
export function writeVarint(target: Buffer, value: number, offset: number): number {
  let rest = value;
  let at = offset;
  while (rest >= 0x80) {
    target[at++] = (rest % 128) | 0x80;
    rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 128);
  }
  target[at++] = rest;
  return at;
}

export function numberField(field: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(12);
  return bytes.subarray(0, writeVarint(bytes, value, writeVarint(bytes, field << 3, 0)));
}

export function bytesField(field: number, content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const head = Buffer.allocUnsafe(12);
  const end = writeVarint(head, bytes.length, writeVarint(head, (field << 3) | 2, 0));
  return Buffer.concat([head.subarray(0, end), bytes]);
}

export function messageField(field: number, ...fields: Buffer[]): Buffer {
  return bytesField(field, Buffer.concat(fields));
}

/** google.protobuf.Empty as a choice of a oneof. */
export function emptyField(field: number): Buffer {
  return bytesField(field, Buffer.alloc(0));
}
