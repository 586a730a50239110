/** JSON values as they are stored, in UTF-8; what is bytes already as it is. */
export function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(JSON.stringify(value) ?? '', 'utf8');
}
