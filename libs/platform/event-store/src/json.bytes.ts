const POOL_BYTES = 64 * 1024;
const MOST_BYTES_A_UNIT = 3;

let pool = Buffer.allocUnsafeSlow(POOL_BYTES);
let used = 0;

/**
 * A value's JSON in UTF-8. The client takes bytes as they are, where it would bring an object's JSON to base64 and back. It
 * tells them by their exact class, so these are no Buffer; small ones share memory outside of the heap.
 */
export function jsonBytes(value: object): Uint8Array {
  const json = JSON.stringify(value);
  const mostBytes = json.length * MOST_BYTES_A_UNIT;
  if (mostBytes > POOL_BYTES) return new Uint8Array(Buffer.from(json));
  if (mostBytes > POOL_BYTES - used) {
    pool = Buffer.allocUnsafeSlow(POOL_BYTES);
    used = 0;
  }
  const length = pool.write(json, used);
  const bytes = new Uint8Array(pool.buffer, pool.byteOffset + used, length);
  used += length;
  return bytes;
}
