/** A row that is passed over because it is too long to keep; advanced piece by piece. */
export interface SkippedRow {
  readonly head: string;
  length: number;
  line: number;
  state: 'field-start' | 'plain' | 'quoted' | 'quote-in-quoted';
  /** Line on which a quoted field was opened last. */
  openedAt: number;
}

export const startSkipping = (line: number, head: string): SkippedRow => ({
  head,
  length: 0,
  line,
  state: 'field-start',
  openedAt: line,
});

/** Answers where in the text the next row starts, or undefined when the row goes on beyond it. */
export function skipRow(
  row: SkippedRow,
  text: string,
  dialect: { readonly delimiter: string; readonly quote: string | null },
): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const before = row.state;
    if (character === '\n' && before !== 'quoted') {
      row.length += at;
      return at + 1;
    }
    row.state = stateAfter(before, character, dialect);
    if (character === '\n') row.line += 1;
    else if (before === 'field-start' && row.state === 'quoted') row.openedAt = row.line;
  }
  row.length += text.length;
  return undefined;
}

function stateAfter(
  state: SkippedRow['state'],
  character: string,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string | null },
): SkippedRow['state'] {
  // Of a delimiter of several characters the last one stands for all: good enough to pass over a row.
  const isDelimiter = delimiter.endsWith(character);
  switch (state) {
    case 'field-start':
      return character === quote ? 'quoted' : isDelimiter ? 'field-start' : 'plain';
    case 'plain':
      return isDelimiter ? 'field-start' : 'plain';
    case 'quoted':
      return character === quote ? 'quote-in-quoted' : 'quoted';
    case 'quote-in-quoted':
      return character === quote ? 'quoted' : isDelimiter ? 'field-start' : 'plain';
  }
}
