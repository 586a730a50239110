import { fail, failAt } from './problem.error';
import { nestsDeeperThan } from './json.depth';
import { findJsonError } from './json.place';

/** Far more than any command or event has. */
const DEEPEST_NESTING = 32;

/**
 * A request body as JSON. Throws a ProblemError that names the place: bytes that are not UTF-8, text that is not JSON,
 * brackets that nest too deeply, members that would reach into JavaScript's prototypes.
 */
export function parseJsonBody(bytes: Buffer, contentType: string | undefined): unknown {
  assertUtf8Charset(contentType);
  const text = decodeUtf8(bytes);
  if (text.trim() === '') throw fail('malformed-json', 'The body is empty; send a JSON value');
  if (nestsDeeperThan(DEEPEST_NESTING, text)) {
    throw fail('malformed-json', `Objects and arrays nest deeper than ${DEEPEST_NESTING} levels`);
  }
  const value = parse(text);
  if (PROTOTYPE_MEMBER.test(text) && hasPrototypeMember(value)) {
    throw failAt('malformed-json', '__proto__', 'No member may be called __proto__');
  }
  return value;
}

/** JSON between systems is UTF-8 (RFC 8259, 8.1); anything else would be read as the wrong characters. */
function assertUtf8Charset(contentType: string | undefined): void {
  const charset = contentType && /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1];
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw fail('unsupported-media-type', `The charset ${charset} is not taken; send the body as UTF-8`);
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes);
  } catch (cause) {
    const at = firstInvalidByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    throw fail(
      'malformed-text',
      `Byte ${at} of the body, on line ${line}, is not UTF-8; send the body as UTF-8`,
      {
        errors: [{ path: `byte ${at}`, message: `is not UTF-8 (0x${bytes[at]?.toString(16) ?? ''})` }],
      },
      { cause },
    );
  }
}

/** Decodes ever shorter prefixes: a stream decoder takes a prefix exactly as long as it holds no wrong byte. */
function firstInvalidByte(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isUtf8Prefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    const place = findJsonError(text);
    if (!place) throw cause;
    const { line, column, path, expected } = place;
    const message = `expected ${expected} at line ${line}, column ${column}`;
    throw fail(
      'malformed-json',
      `The body is not JSON: ${message}`,
      {
        errors: [{ path: path || 'body', message }],
      },
      { cause },
    );
  }
}

const PROTOTYPE_MEMBER = /"(?:_|\\u005f){2}proto/i;

function hasPrototypeMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeMember);
}
