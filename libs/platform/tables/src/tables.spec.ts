import * as fc from 'fast-check';
import { parse } from 'papaparse';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import { csvTable } from './csv.table';
import type { TableColumn } from './table.columns';
import { xlsxSheet, xlsxTable, xlsxWorkbook } from './xlsx.table';

interface Visit {
  readonly customer: string;
  readonly rating: number | null;
  readonly at: Date;
}
const columns: TableColumn<Visit>[] = [
  { header: '客户名称', cell: ({ customer }) => customer },
  { header: '客户满意度评分(1-5)', cell: ({ rating }) => rating },
  { header: '服务日期', cell: ({ at }) => at, width: 20 },
];
const at = new Date('2026-03-02T08:30:00Z');
const visits: Visit[] = [
  { customer: '宏达 "Precision", Ltd.\n二部', rating: 5, at },
  { customer: '晨光', rating: null, at },
];

describe('CSV', () => {
  it('is read by Excel as UTF-8 and says what was written', () => {
    const text = csvTable(columns, visits);
    expect(text.startsWith('\uFEFF客户名称,客户满意度评分(1-5),服务日期\r\n')).toBe(true);
    expect(parse(text.slice(1), { skipEmptyLines: true }).data.slice(1)).toEqual([
      ['宏达 "Precision", Ltd.\n二部', '5', '2026-03-02T08:30:00.000Z'],
      ['晨光', '', '2026-03-02T08:30:00.000Z'],
    ]);
  });

  it('has a header where there are no rows', () =>
    expect(csvTable(columns, [])).toBe('\uFEFF客户名称,客户满意度评分(1-5),服务日期\r\n'));

  it('leaves negative numbers numbers', () =>
    expect(csvTable([{ header: 'x', cell: (value: number) => value }], [-1.5])).toBe('\uFEFFx\r\n-1.5\r\n'));

  it('runs no formula', () =>
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
        const [, [cell]] = parse<[string]>(
          csvTable([{ header: 'x', cell: (text: string) => text }], [first + rest]).slice(1),
        ).data as [unknown, [string]];
        expect(cell.startsWith("'")).toBe(true);
      }),
    ));
});

describe('XLSX', () => {
  it('says what was written', async () => {
    const rows = await readSheet(await xlsxTable(columns, visits, '服务记录 [2026/03]'));
    expect(rows).toEqual([
      ['客户名称', '客户满意度评分(1-5)', '服务日期'],
      ['宏达 "Precision", Ltd.\n二部', 5, at],
      ['晨光', null, at],
    ]);
  });

  it('runs no formula: what begins like one is text', async () => {
    const column: TableColumn<string> = { header: 'x', cell: (text) => text };
    expect(await readSheet(await xlsxTable([column], ['=1+1'], 'x'))).toEqual([['x'], ['=1+1']]);
  });

  it('has several sheets, an empty one too', async () => {
    const sheets = [xlsxSheet(columns, visits, '服务记录'), xlsxSheet(columns, [], '空')];
    const read = await readExcelFile(await xlsxWorkbook(sheets));
    expect(read.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['服务记录', 3],
      ['空', 1],
    ]);
  });

  it('is the same file whenever it is written', async () => {
    const sheets = [xlsxSheet(columns, visits, '服务记录'), xlsxSheet(columns, [], '空')];
    jest.useFakeTimers({
      now: new Date('2026-01-05T09:00:00Z'),
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
    });
    const written = await xlsxWorkbook(sheets);
    jest.setSystemTime(new Date('2027-03-04T05:06:07Z'));
    const again = await xlsxWorkbook(sheets);
    jest.useRealTimers();
    expect(again.equals(written)).toBe(true);
  });
});
