/** Where a text stops being JSON. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  /** The member that was being read, as in `lines[3].quantity`; empty at the top. */
  readonly path: string;
  readonly expected: string;
}

/**
 * Finds the first place at which a text is not JSON (RFC 8259); undefined where all of it is. For texts that JSON.parse
 * refused, since its own message often names no place. Recursive: check the depth of the text first.
 */
export function findJsonError(text: string): JsonPlace | undefined {
  const cursor: Cursor = { text, at: 0, path: [] };
  try {
    readValue(cursor);
    skipSpace(cursor);
    if (cursor.at < text.length) throw new Misplaced('the end of the text');
    return undefined;
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    const before = text.slice(0, cursor.at);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      line: before.split('\n').length,
      column: before.length - lineStart + 1,
      path: pathText(cursor.path),
      expected: error.expected,
    };
  }
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly path: (string | number)[];
}

class Misplaced extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

function readValue(cursor: Cursor): void {
  skipSpace(cursor);
  const start = cursor.text.charAt(cursor.at);
  if (start === '{') readObject(cursor);
  else if (start === '[') readArray(cursor);
  else if (start === '"') readString(cursor);
  else if (!take(cursor, LITERAL)) throw new Misplaced('a value');
}

function readObject(cursor: Cursor): void {
  cursor.at++;
  skipSpace(cursor);
  if (takeOne(cursor, '}')) return;
  do {
    skipSpace(cursor);
    if (cursor.text.charAt(cursor.at) !== '"') throw new Misplaced('a name in double quotes');
    cursor.path.push(readString(cursor));
    skipSpace(cursor);
    if (!takeOne(cursor, ':')) throw new Misplaced('a colon');
    readValue(cursor);
    cursor.path.pop();
    skipSpace(cursor);
  } while (takeOne(cursor, ','));
  if (!takeOne(cursor, '}')) throw new Misplaced('a comma or }');
}

function readArray(cursor: Cursor): void {
  cursor.at++;
  skipSpace(cursor);
  if (takeOne(cursor, ']')) return;
  let index = 0;
  do {
    cursor.path.push(index++);
    readValue(cursor);
    cursor.path.pop();
    skipSpace(cursor);
  } while (takeOne(cursor, ','));
  if (!takeOne(cursor, ']')) throw new Misplaced('a comma or ]');
}

/** Leaves the cursor behind the closing quote; hands out the text between the quotes as it stands. */
function readString(cursor: Cursor): string {
  const start = ++cursor.at;
  do take(cursor, PLAIN);
  while (take(cursor, ESCAPE));
  const content = cursor.text.slice(start, cursor.at);
  if (cursor.at >= cursor.text.length) throw new Misplaced('a closing quote');
  if (!takeOne(cursor, '"')) throw new Misplaced('a valid escape, or no control character');
  return content;
}

const SPACE = /[ \t\n\r]*/y;
// Everything from the space on but the quote and the backslash: JSON takes no control character in a text.
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const skipSpace = (cursor: Cursor): boolean => take(cursor, SPACE);

function take(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at;
  if (!pattern.test(cursor.text)) return false;
  cursor.at = pattern.lastIndex;
  return true;
}

function takeOne(cursor: Cursor, character: string): boolean {
  if (cursor.text.charAt(cursor.at) !== character) return false;
  cursor.at++;
  return true;
}

const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
