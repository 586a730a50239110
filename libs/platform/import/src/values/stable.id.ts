import { createHash } from 'node:crypto';

/** 24 hexadecimal digits, the same for the same texts wherever and whenever they are read. */
export const digestOf = (...texts: readonly string[]): string => hash('sha256', texts).digest('hex').slice(0, 24);

/** A UUID (version 5, RFC 9562) of the texts, in their order. */
export function stableUuid(...texts: readonly string[]): string {
  const bytes = hash('sha1', [NAMESPACE, ...texts]).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const NAMESPACE = 'tenure-import';

/** The length goes before each text, so that `a`, `bc` and `ab`, `c` differ. */
const hash = (algorithm: string, texts: readonly string[]) =>
  createHash(algorithm).update(texts.map((text) => `${text.length}:${text}`).join(''));
