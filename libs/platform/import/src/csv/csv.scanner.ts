import { skipRow, startSkipping, type SkippedRow } from './oversize-row.scanner';
import { notClosed, scanQuotedRow, type QuotedRow } from './quoted-row.scanner';

export interface CsvDialect {
  readonly delimiter: string;
  /** `null` where the format knows no quoting. */
  readonly quote: string | null;
  /** Characters of a row beyond which it is refused unread, so that memory stays bounded. */
  readonly maxRowLength: number;
}

export interface CsvRow {
  /** Line on which the row starts, from 1. */
  readonly line: number;
  /** As it stands in the file, without its line end. */
  readonly raw: string;
  readonly fields: readonly string[];
  readonly fault?: { readonly code: 'row-too-long'; readonly reason: string };
}

/** From here on it can't be told any more where rows begin, so nothing further is read. */
export interface CsvBreak {
  readonly code: 'quote-not-closed' | 'text-after-quote';
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

export interface CsvScanner {
  /** Rows completed by this piece of text, in order. Empty lines are no rows. */
  readonly push: (text: string) => readonly CsvRow[];
  /** What remains once the text has ended. */
  readonly end: () => readonly CsvRow[];
  readonly broken: () => CsvBreak | undefined;
}

/**
 * RFC 4180 in pieces of any size: rows end in LF or CRLF, a quoted field may hold both, a quote that does not open a
 * field is an ordinary character. Knows the line of each row and keeps its raw text, which is why it is not papaparse.
 */
export function createCsvScanner(dialect: CsvDialect): CsvScanner {
  let rest = '';
  let line = 1;
  let skipped: SkippedRow | undefined;
  let broken: CsvBreak | undefined;
  let quoteAt = -1;
  const { delimiter, quote, maxRowLength } = dialect;

  return { push: (text) => scan(text, false), end: () => scan('', true), broken: () => broken };

  function scan(piece: string, isLast: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    const text = rest + piece;
    rest = '';
    quoteAt = -1;
    let position = skipped ? resumeSkipping(skipped, text, isLast, rows) : 0;
    while (!broken && position < text.length) position = scanRow(text, position, isLast, rows);
    return rows;
  }

  /** Answers where the next row starts; the end of the text when there is no further one yet. */
  function scanRow(text: string, position: number, isLast: boolean, rows: CsvRow[]): number {
    const newline = text.indexOf('\n', position);
    if (newline < 0 && !isLast) return keepRest(text, position, rows);
    const end = newline < 0 ? text.length : newline;
    if (quote !== null && holdsQuote(text, position, end, quote)) {
      return scanQuoted(scanQuotedRow(text, position, isLast, delimiter, quote), text, position, rows);
    }
    addPlain(text, position, end, rows);
    return end + 1;
  }

  /** Most rows hold none, so that the place of the next one is looked up once for many rows. */
  function holdsQuote(text: string, position: number, end: number, mark: string): boolean {
    if (quoteAt < position) {
      const found = text.indexOf(mark, position);
      quoteAt = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return quoteAt < end;
  }

  function scanQuoted(row: QuotedRow, text: string, position: number, rows: CsvRow[]): number {
    switch (row.kind) {
      case 'incomplete':
        return keepRest(text, position, rows);
      case 'broken':
        broken = { code: row.code, reason: row.reason(line), line, raw: excerpt(firstLine(text, position)) };
        return text.length;
      case 'row':
        addRow({ line, raw: text.slice(position, row.end), fields: row.fields }, rows);
        line += 1 + row.newlines;
        return row.next;
    }
  }

  function addPlain(text: string, from: number, end: number, rows: CsvRow[]): void {
    const raw = text.slice(from, end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    if (raw !== '') addRow({ line, raw, fields: raw.split(delimiter) }, rows);
    line += 1;
  }

  function addRow(row: CsvRow, rows: CsvRow[]): void {
    rows.push(row.raw.length > maxRowLength ? tooLong(row.line, row.raw, row.raw.length) : row);
  }

  function keepRest(text: string, position: number, rows: CsvRow[]): number {
    rest = text.slice(position);
    if (rest.length > maxRowLength) {
      skipped = startSkipping(line, excerpt(rest));
      const held = rest;
      rest = '';
      resumeSkipping(skipped, held, false, rows);
    }
    return text.length;
  }

  /** Passes over the rest of a row that is too long to keep; answers where the next row starts. */
  function resumeSkipping(row: SkippedRow, text: string, isLast: boolean, rows: CsvRow[]): number {
    const next = skipRow(row, text, dialect);
    if (next === undefined && !isLast) return text.length;
    if (next === undefined && row.state === 'quoted') {
      broken = { code: 'quote-not-closed', line, reason: notClosed(row.openedAt), raw: row.head };
      return text.length;
    }
    rows.push(tooLong(line, row.head, row.length));
    line = row.line + 1;
    skipped = undefined;
    return next ?? text.length;
  }

  function tooLong(at: number, head: string, length: number): CsvRow {
    const reason = `the row has ${length} characters, more than the ${maxRowLength} of source.maxRowLength`;
    return { line: at, raw: excerpt(head), fields: [], fault: { code: 'row-too-long', reason } };
  }
}

const CARRIAGE_RETURN = 13;
const EXCERPT_LENGTH = 1000;

const firstLine = (text: string, position: number): string => {
  const newline = text.indexOf('\n', position);
  return text.slice(position, newline < 0 ? text.length : newline);
};

const excerpt = (text: string): string => (text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text);
