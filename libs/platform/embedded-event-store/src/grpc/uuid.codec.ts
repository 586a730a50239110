import type { ProtobufReader } from '../protobuf/protobuf.reader';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The UUID message in either of its forms, as lower-case text; empty where it is none. */
export function readUuid(reader: ProtobufReader): string {
  let text = '';
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 2) text = reader.text().toLowerCase();
    else if (field === 1) text = readStructured(reader.bytes());
    else reader.skip();
  }
  return UUID.test(text) ? text : '';
}

/** The structured form: two signed 64-bit halves, most significant first. */
export function structuredUuid(id: string): Buffer {
  const hex = id.replaceAll('-', '');
  const halves = Buffer.concat([
    Buffer.from([0x08]),
    varint64(BigInt(`0x${hex.slice(0, 16)}`)),
    Buffer.from([0x10]),
    varint64(BigInt(`0x${hex.slice(16)}`)),
  ]);
  return Buffer.concat([Buffer.from([0x0a, halves.length + 2, 0x0a, halves.length]), halves]);
}

function readStructured(bytes: Buffer): string {
  const halves = [0n, 0n];
  let offset = 0;
  while (offset < bytes.length) {
    const index = ((bytes[offset++] ?? 0) >>> 3) - 1;
    let half = 0n;
    for (let shift = 0n; offset < bytes.length; shift += 7n) {
      const byte = bytes[offset++] ?? 0;
      half |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (index === 0 || index === 1) halves[index] = BigInt.asUintN(64, half);
  }
  const hex = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function varint64(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
