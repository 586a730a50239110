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
    const openedAfter = newlines;
    const field = fieldAt(text, position, delimiter, quote);
    if (field === undefined) return isLast ? unclosed(openedAfter) : INCOMPLETE;
    newlines += field.newlines;
    fields.push(field.value);
    const following = whatFollows(text, field.end, delimiter, isLast);
    switch (following) {
      case 'field':
        position = field.end + delimiter.length;
        break;
      case 'row-end':
        return { kind: 'row', fields, end: field.end, next: nextRow(text, field.end), newlines };
      case 'text':
        return followedByText(openedAfter, newlines, text.slice(field.end, field.end + 10));
      case 'unknown':
        return INCOMPLETE;
    }
  }
}

const unclosed = (openedAfter: number): QuotedRow => ({
  kind: 'broken',
  code: 'quote-not-closed',
  reason: (line) => notClosed(line + openedAfter),
});

const followedByText = (openedAfter: number, closedAfter: number, text: string): QuotedRow => ({
  kind: 'broken',
  code: 'text-after-quote',
  reason: (line) =>
    `the quote that opens on line ${line + openedAfter} closes on line ${line + closedAfter} and is followed by ` +
    `${JSON.stringify(text)} where a delimiter or the end of the row should be`,
});

export const notClosed = (line: number): string => `the quote that opens on line ${line} is never closed`;

const INCOMPLETE: QuotedRow = { kind: 'incomplete' };

interface Field {
  readonly value: string;
  readonly end: number;
  readonly newlines: number;
}

const fieldAt = (text: string, from: number, delimiter: string, quote: string): Field | undefined =>
  text.startsWith(quote, from) ? quotedField(text, from, quote) : plainField(text, from, delimiter);

function quotedField(text: string, from: number, quote: string): Field | undefined {
  let value = '';
  let position = from + 1;
  for (;;) {
    const at = text.indexOf(quote, position);
    if (at < 0) return undefined;
    value += text.slice(position, at);
    if (!text.startsWith(quote, at + 1)) return { value, end: at + 1, newlines: countNewlines(value) };
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
  return { value: text.slice(from, end), end, newlines: 0 };
}

type Following = 'field' | 'row-end' | 'text' | 'unknown';

/** At the very end of a piece it is open whether a quote was closed or is the first half of a doubled one. */
function whatFollows(text: string, at: number, delimiter: string, isLast: boolean): Following {
  if (text.startsWith('\n', at)) return 'row-end';
  if (text.length - at < Math.max(2, delimiter.length) && !isLast) return 'unknown';
  if (text.startsWith(delimiter, at)) return 'field';
  return at >= text.length || /^\r(\n|$)/.test(text.slice(at, at + 2)) ? 'row-end' : 'text';
}

const nextRow = (text: string, end: number): number => {
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
};

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
