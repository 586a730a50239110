import { isUtf8 } from 'node:buffer';
import { getDecoder } from 'iconv-lite';

export interface TextDecoderStream {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
  /** True once any byte was invalid: only then rows have to be looked at one by one. */
  readonly sawInvalid: () => boolean;
}

/**
 * Decodes a byte stream cut anywhere. What is invalid in the encoding is not lost but marked, so that the row it stands
 * in can be named: in UTF-8 byte 0xNN becomes the lone surrogate U+DCNN (as PEP 383 does), elsewhere U+FFFD.
 */
export function createTextDecoder(encoding: string): TextDecoderStream {
  return isUtf8Name(encoding) ? utf8Decoder() : otherDecoder(encoding);
}

/** Says what is invalid in a text of a stream that saw something invalid; undefined when nothing is. */
export function invalidIn(text: string, encoding: string): string | undefined {
  if (!isUtf8Name(encoding)) return text.includes('\uFFFD') ? `bytes that are not ${encoding}` : undefined;
  const escaped = /[\uDC80-\uDCFF]/u.exec(text)?.[0].charCodeAt(0);
  return escaped === undefined
    ? undefined
    : `byte 0x${(escaped - ESCAPE).toString(16).toUpperCase()}, which is not UTF-8`;
}

const ESCAPE = 0xdc00;
const isUtf8Name = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

function utf8Decoder(): TextDecoderStream {
  let held: Buffer = Buffer.alloc(0);
  let invalid = false;
  let isStart = true;
  const decode = (bytes: Buffer): string => {
    const valid = isUtf8(bytes);
    invalid ||= !valid;
    const text = valid ? bytes.toString('utf8') : decodeMarking(bytes);
    const withoutMark = isStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isStart &&= text === '';
    return withoutMark;
  };
  return {
    write: (bytes) => {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const end = completeUntil(all);
      held = all.subarray(end);
      return decode(all.subarray(0, end));
    },
    end: () => decode(held),
    sawInvalid: () => invalid,
  };
}

/** Where the last character that may still be incomplete begins. */
function completeUntil(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

function decodeMarking(bytes: Buffer): string {
  let text = '';
  let validFrom = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = sequenceLength(byte);
    if (byte < 0x80 || (length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    text += bytes.toString('utf8', validFrom, at) + String.fromCharCode(ESCAPE + byte);
    at += 1;
    validFrom = at;
  }
  return text + bytes.toString('utf8', validFrom);
}

function otherDecoder(encoding: string): TextDecoderStream {
  const stream = LOSES_HALVES.test(encoding) ? platformDecoder(encoding) : getDecoder(encoding);
  let invalid = false;
  const watch = (text: string): string => {
    invalid ||= text.includes('\uFFFD');
    return text;
  };
  return {
    write: (bytes) => watch(stream.write(bytes)),
    end: () => watch(stream.end() ?? ''),
    sawInvalid: () => invalid,
  };
}

/**
 * Encodings in which one byte can complete two UTF-16 units: iconv-lite 0.7.3 allots one unit a byte, and drops the
 * second where a character is cut between pieces.
 */
const LOSES_HALVES = /^(gb18030|big5(-?hkscs)?)$/i;

function platformDecoder(encoding: string): { write: (bytes: Buffer) => string; end: () => string } {
  const decoder = new TextDecoder(encoding);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
