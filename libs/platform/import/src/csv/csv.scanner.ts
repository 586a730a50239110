import { skipRow, startSkipping, type SkippedRow } from './oversize-row.scanner';
import { notClosed, scanQuotedRow } from './quoted-row.scanner';

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

  return { push: (text) => scan(text, false), end: () => scan('', true), broken: () => broken };

  function scan(piece: string, isLast: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    const text = rest + piece;
    rest = '';
    let position = skipped ? resumeSkipping(text, isLast, rows) : 0;
    let quoteAt = -1;
    while (!broken && position < text.length) {
      const newline = text.indexOf('\n', position);
      if (newline < 0 && !isLast) return keepRest(text, position, rows);
      const end = newline < 0 ? text.length : newline;
      if (dialect.quote !== null && quoteAt < position) quoteAt = quoteFrom(text, position, dialect.quote);
      if (dialect.quote === null || quoteAt >= end) {
        addPlain(text, position, end, rows);
        position = end + 1;
        continue;
      }
      const row = scanQuotedRow(text, position, isLast, dialect.delimiter, dialect.quote);
      if (row.kind === 'incomplete') return keepRest(text, position, rows);
      if (row.kind === 'broken') {
        broken = { code: row.code, reason: row.reason(line), line, raw: excerpt(text.slice(position, end)) };
        return rows;
      }
      addRow({ line, raw: text.slice(position, row.end), fields: row.fields }, rows);
      line += 1 + row.newlines;
      position = row.next;
    }
    return rows;
  }

  function addPlain(text: string, from: number, end: number, rows: CsvRow[]): void {
    const raw = text.slice(from, end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    if (raw !== '') addRow({ line, raw, fields: raw.split(dialect.delimiter) }, rows);
    line += 1;
  }

  function addRow(row: CsvRow, rows: CsvRow[]): void {
    rows.push(row.raw.length > dialect.maxRowLength ? tooLong(row.line, row.raw, row.raw.length) : row);
  }

  function keepRest(text: string, position: number, rows: CsvRow[]): CsvRow[] {
    rest = text.slice(position);
    if (rest.length <= dialect.maxRowLength) return rows;
    skipped = startSkipping(line, excerpt(rest));
    const held = rest;
    rest = '';
    resumeSkipping(held, false, rows);
    return rows;
  }

  /** Passes over the rest of a row that is too long to keep; answers where the next row starts. */
  function resumeSkipping(text: string, isLast: boolean, rows: CsvRow[]): number {
    if (!skipped) return 0;
    const next = skipRow(skipped, text, dialect);
    const { openedAt, head, length, state } = skipped;
    if (next === undefined && !isLast) return text.length;
    if (state === 'quoted' && openedAt !== undefined) {
      broken = { code: 'quote-not-closed', line, reason: notClosed(openedAt), raw: head };
      return text.length;
    }
    rows.push(tooLong(line, head, length));
    line = skipped.line + 1;
    skipped = undefined;
    return next ?? text.length;
  }

  function tooLong(at: number, head: string, length: number): CsvRow {
    const reason = `the row has ${length} characters, more than the ${dialect.maxRowLength} of source.maxRowLength`;
    return { line: at, raw: excerpt(head), fields: [], fault: { code: 'row-too-long', reason } };
  }
}

const CARRIAGE_RETURN = 13;
const EXCERPT_LENGTH = 1000;

const quoteFrom = (text: string, position: number, quote: string): number => {
  const at = text.indexOf(quote, position);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

const excerpt = (text: string): string => (text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text);
