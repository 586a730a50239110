export type QuotedRow =
  | {
      readonly kind: 'row';
      readonly fields: readonly string[];
      readonly end: number;
      readonly next: number;
      readonly newlines: number;
    }
  /** The text ends before the row does. */
  | { readonly kind: 'incomplete' }
  | {
      readonly kind: 'broken';
      readonly code: 'quote-not-closed' | 'text-after-quote';
      readonly reason: (line: number) => string;
    };

/** Reads the one row that starts at `from` and holds at least one quote. */
export function scanQuotedRow(
  text: string,
  from: number,
  isLast: boolean,
  delimiter: string,
  quote: string,
): QuotedRow {
  const fields: string[] = [];
  let newlines = 0;
  let position = from;
  for (;;) {
    const isQuoted = text.startsWith(quote, position);
    const field = isQuoted ? quotedField(text, position, quote) : plainField(text, position, delimiter);
    if (field === undefined) {
      if (!isLast) return INCOMPLETE;
      const openedAfter = newlines;
      return { kind: 'broken', code: 'quote-not-closed', reason: (line) => notClosed(line + openedAfter) };
    }
    const openedAfter = newlines;
    newlines += isQuoted ? countNewlines(text, position, field.end) : 0;
    fields.push(field.value);
    const following = whatFollows(text, field.end, delimiter, isLast);
    if (following === 'unknown') return INCOMPLETE;
    if (following === 'row-end') {
      return { kind: 'row', fields, end: field.end, next: nextRow(text, field.end), newlines };
    }
    if (following === 'text') {
      const [opened, closed, found] = [openedAfter, newlines, JSON.stringify(text.slice(field.end, field.end + 10))];
      const reason = (line: number) =>
        `the quote that opens on line ${line + opened} closes on line ${line + closed} and is followed by ${found} where a delimiter or the end of the row should be`;
      return { kind: 'broken', code: 'text-after-quote', reason };
    }
    position = field.end + delimiter.length;
  }
}

export const notClosed = (line: number): string => `the quote that opens on line ${line} is never closed`;

const INCOMPLETE: QuotedRow = { kind: 'incomplete' };

interface Field {
  readonly value: string;
  readonly end: number;
}

function quotedField(text: string, from: number, quote: string): Field | undefined {
  let value = '';
  let position = from + 1;
  for (;;) {
    const at = text.indexOf(quote, position);
    if (at < 0) return undefined;
    value += text.slice(position, at);
    if (!text.startsWith(quote, at + 1)) return { value, end: at + 1 };
    value += quote;
    position = at + 2;
  }
}

function plainField(text: string, from: number, delimiter: string): Field {
  const newline = text.indexOf('\n', from);
  const delimited = text.indexOf(delimiter, from);
  let end = newline < 0 ? text.length : newline;
  if (delimited >= 0 && delimited < end) end = delimited;
  else if (end > from && text.startsWith('\r\n', end - 1)) end -= 1;
  return { value: text.slice(from, end), end };
}

/** At the very end of a piece it is open whether a quote was closed or is the first half of a doubled one. */
function whatFollows(
  text: string,
  at: number,
  delimiter: string,
  isLast: boolean,
): 'field' | 'row-end' | 'text' | 'unknown' {
  if (text.length - at < Math.max(2, delimiter.length) && !isLast && !text.startsWith('\n', at)) return 'unknown';
  if (text.startsWith(delimiter, at)) return 'field';
  if (at >= text.length || text.startsWith('\n', at) || text.startsWith('\r\n', at)) return 'row-end';
  return text.startsWith('\r', at) && at + 1 === text.length ? 'row-end' : 'text';
}

const nextRow = (text: string, end: number): number => {
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
};

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
