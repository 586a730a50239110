import fc from 'fast-check';
import { unparse } from 'papaparse';
import { createCsvScanner, type CsvDialect, type CsvRow } from './csv.scanner';

const DIALECT: CsvDialect = { delimiter: ',', quote: '"', maxRowLength: 1000 };

function scan(text: string, dialect: Partial<CsvDialect> = {}, pieceLength = text.length || 1) {
  const scanner = createCsvScanner({ ...DIALECT, ...dialect });
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += pieceLength) rows.push(...scanner.push(text.slice(at, at + pieceLength)));
  rows.push(...scanner.end());
  return { rows, fields: rows.map(({ fields }) => fields), broken: scanner.broken() };
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '中'), maxLength: 8 }),
  fc.string({ maxLength: 5 }),
);

describe('CSV scanner', () => {
  it('reads back what was written, however it is quoted, delimited and cut into pieces', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const form = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: fc.constantFrom('\n' as const, '\r\n' as const),
      quotes: fc.boolean(),
    });
    fc.assert(
      fc.property(table, form, fc.integer({ min: 1, max: 9 }), (rows, { delimiter, newline, quotes }, pieceLength) => {
        const safe = rows.map((row) => row.map((text) => text.replace(/\r(?!\n)/g, '')));
        const text = unparse(safe, { delimiter, newline, quotes });
        expect(scan(text, { delimiter }, pieceLength).fields).toEqual(safe);
      }),
      { numRuns: 500 },
    );
  });

  it('knows the line and the raw text of each row', () => {
    const { rows } = scan('a,b\r\n\r\n"x\ny","say ""hi"""\nlast,1', {}, 3);
    expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
      [1, 'a,b'],
      [3, '"x\ny","say ""hi"""'],
      [5, 'last,1'],
    ]);
  });

  it('takes a quote inside an unquoted field for itself', () =>
    expect(scan('5" nail,1\n').fields).toEqual([['5" nail', '1']]));

  it('reads without quoting where the format has none', () =>
    expect(scan('"a,b\n', { quote: null }).fields).toEqual([['"a', 'b']]));

  it.each([1, 4, 100])('says where a quote that never closes was opened, in pieces of %d', (pieceLength) => {
    const { fields, broken } = scan('a,b\nc,"d\ne","f\n\ng', {}, pieceLength);
    expect(fields).toEqual([['a', 'b']]);
    expect(broken).toMatchObject({ code: 'quote-not-closed', line: 2 });
    expect(broken?.reason).toContain('line 3');
  });

  it.each([1, 4, 100])('says where text follows a closed quote, in pieces of %d', (pieceLength) => {
    const { fields, broken } = scan('a,b\nc,"d\ne"f,g\nh,i\n', {}, pieceLength);
    expect(fields).toEqual([['a', 'b']]);
    expect(broken?.code).toBe('text-after-quote');
    expect(broken?.reason).toContain('the quote that opens on line 2 closes on line 3 and is followed by "f');
  });

  it('reads a delimiter of several characters', () =>
    expect(scan('a|b||"c||d"||\n', { delimiter: '||' }, 1).fields).toEqual([['a|b', 'c||d', '']]));

  it.each(['x'.repeat(5000), `"${'x\n'.repeat(2500)}"`])('passes over a row that is too long and goes on', (long) => {
    const { rows } = scan(`a,b\n${long},c\nd,e\n`, {}, 64);
    expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, 'row-too-long', undefined]);
    expect(rows[2]).toMatchObject({ line: 3 + (long.match(/\n/g)?.length ?? 0), fields: ['d', 'e'] });
    expect(rows[1]?.fault?.reason).toContain(`${long.length + 2} characters`);
    expect(rows[1]?.raw.length).toBeLessThan(1100);
  });

  it('finds a quote that never closes also in a row that is too long', () => {
    const { rows, broken } = scan(`a,b\nc,"${'x\n'.repeat(5000)}`, {}, 64);
    expect(rows).toHaveLength(1);
    expect(broken).toMatchObject({ code: 'quote-not-closed', line: 2 });
  });
});
