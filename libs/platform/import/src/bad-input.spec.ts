import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { createImportFixture, createMemorySink } from './testing/import-fixture';

const LINES = {
  name: 'lines',
  groupBy: { columns: ['Order'] },
  emit: [
    {
      command: 'RecordPurchase',
      key: [{ $column: 'Order' }],
      payload: { purchaseId: { $column: 'Order' }, at: { $column: 'At', as: 'instant', format: 'yyyy-MM-dd HH:mm' } },
    },
  ],
};
const AT = '2012-05-01 10:00';

describe('bad input', () => {
  let fixture = createImportFixture();
  beforeEach(() => (fixture = createImportFixture()));
  afterEach(() => fixture.remove());

  const run = async (files: Record<string, string | Buffer>, mapping: object = LINES) => {
    const sink = createMemorySink();
    const summary = await fixture.run(mapping, files, { sink });
    const { read, accepted, known, rejected } = summary.rows;
    expect(accepted + known + rejected).toBe(read);
    expect(fixture.rejects()).toHaveLength(rejected);
    return {
      summary,
      sent: sink.accepted.map(({ payload }) => Object.values(payload)[0] as unknown),
      rejects: fixture.rejects(),
    };
  };

  it('a quote that never closes: names file and line, drops the group that it may belong to, reads other files', async () => {
    const broken = `Order,At\n1,${AT}\n2,${AT}\n2,"${AT}\n3,${AT}\n`;
    const { summary, sent, rejects } = await run({ 'a.csv': broken, 'b.csv': `Order,At\n9,${AT}\n` });
    expect(summary.state).toBe('incomplete');
    expect(summary.files.map(({ rows, broken: why }) => [rows, why?.code, why?.line])).toEqual([
      [3, 'quote-not-closed', 4],
      [1, undefined, undefined],
    ]);
    expect(sent).toEqual(['1', '9']);
    expect(rejects.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['a.csv', '4', 'quote-not-closed'],
      ['a.csv', '3', 'group-incomplete'],
    ]);
    expect(rejects[0]?.reason).toBe('the quote that opens on line 4 is never closed');
  });

  it('the wrong encoding: names the column and the byte', async () => {
    const bytes = Buffer.concat([Buffer.from('Order,At\n1,'), Buffer.from([0xe9]), Buffer.from(`\n2,${AT}\n`)]);
    const { sent, rejects } = await run({ 'a.csv': bytes });
    expect(sent).toEqual(['2']);
    expect(rejects).toMatchObject([
      { line: '2', code: 'encoding-invalid', reason: 'column At has byte 0xE9, which is not UTF-8' },
    ]);
  });

  it('another encoding altogether: nothing is sent', () =>
    expect(run({ 'a.csv': Buffer.from('\uFEFFOrder,At\n', 'utf16le') })).rejects.toThrow(
      /a\.csv: the header row has byte 0xFF, which is not UTF-8; set source\.encoding/,
    ));

  it('a field of 10 MB: refuses its row, and goes on', async () => {
    const { summary, sent, rejects } = await run({
      'a.csv': `Order,At\n1,${AT}\n2,${'x'.repeat(10_000_000)}\n3,${AT}\n`,
    });
    expect(summary.state).toBe('completed');
    expect(sent).not.toContain('2');
    expect(sent).toContain('3');
    expect(rejects).toEqual(expect.arrayContaining([expect.objectContaining({ line: '3', code: 'row-too-long' })]));
    expect(rejects.every(({ row }) => row.length < 1100)).toBe(true);
  });

  it.each([
    ['1899-12-31 23:59', 'outside of the years 1900 to 2199'],
    ['2262-04-12 00:00', 'outside of the years 1900 to 2199'],
    ['2013-02-30 00:00', 'is not a date of the format'],
    ['1 May', 'is not a date of the format'],
  ])('the date %s', async (at, reason) => {
    const { sent, rejects } = await run({ 'a.csv': `Order,At\n1,${at}\n2,${AT}\n` });
    expect(sent).toEqual(['2']);
    expect(rejects).toMatchObject([{ line: '2', code: 'value-invalid' }]);
    expect(rejects[0]?.reason).toContain(reason);
  });

  it('a time that clocks skipped', async () => {
    const { rejects } = await run(
      { 'a.csv': 'Order,At\n1,2011-03-27 01:30\n' },
      { ...LINES, source: { timeZone: 'Europe/London' } },
    );
    expect(rejects[0]?.reason).toContain('clocks were put forward over it');
  });

  it('rows of another width spoil their group alone', async () => {
    const { sent, rejects } = await run({ 'a.csv': `Order,At\n1,${AT}\n1,${AT},x\n2\n3,${AT}\n` });
    expect(sent).toEqual(['3']);
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      ['2', 'wrong-field-count'],
      ['3', 'wrong-field-count'],
      ['4', 'wrong-field-count'],
    ]);
  });

  it('a group that comes in two places', async () => {
    const { rejects } = await run({ 'a.csv': `Order,At\n1,${AT}\n2,${AT}\n1,${AT}\n` });
    expect(rejects).toMatchObject([{ line: '4', code: 'group-not-consecutive' }]);
    const whole = await run(
      { 'a.csv': `Order,At\n1,${AT}\n2,${AT}\n1,${AT}\n` },
      { ...LINES, groupBy: { columns: ['Order'], scope: 'file' } },
    );
    expect(whole.summary.rows.accepted).toBe(3);
  });

  it('more rows than may be held for their groups', async () => {
    const groupBy = { columns: ['Order'], scope: 'file', maxOpenRows: 2 };
    const { summary, sent } = await run(
      { 'a.csv': `Order,At\n1,${AT}\n2,${AT}\n3,${AT}\n4,${AT}\n` },
      { ...LINES, groupBy },
    );
    expect([summary.state, sent]).toEqual(['incomplete', []]);
    expect(summary.files[0]?.broken?.code).toBe('too-many-open-rows');
    expect(summary.files[0]?.broken?.reason).toContain('maxOpenRows');
  });

  it('a command without its key', async () => {
    const { rejects } = await run({ 'a.csv': `Order,At\n,${AT}\n` });
    expect(rejects).toMatchObject([{ code: 'key-absent' }]);
  });

  it('an empty file', () =>
    expect(run({ 'a.csv': '' })).rejects.toThrow('a.csv: has no header row: the file is empty'));

  it('gzip that is damaged at its end: what came before stands, whole groups only', async () => {
    const rows = Array.from({ length: 50_000 }, (_none, index) => `${index},${AT}`);
    const whole = gzipSync(`Order,At\n${rows.join('\n')}\n`);
    const { summary, sent } = await run({ 'a.csv.gz': whole.subarray(0, whole.length - 2000) });
    expect(summary.state).toBe('incomplete');
    expect(summary.files[0]?.broken?.code).toBe('file-unreadable');
    expect(summary.files[0]?.broken?.reason).toContain("can't be read further");
    expect(sent.length).toBe(summary.rows.accepted);
  });

  it('an archive is read in name order, other entries aside', async () => {
    const archive = pack();
    for (const [name, content] of [
      ['2.csv', `Order,At\n2,${AT}\n`],
      ['README', 'x'],
      ['1.csv', `Order,At\n1,${AT}\n`],
    ]) {
      archive.entry({ name: name ?? '' }, content ?? '');
    }
    archive.finalize();
    const pieces: Buffer[] = [];
    for await (const piece of archive) pieces.push(Buffer.from(piece as Buffer));
    const tar = Buffer.concat(pieces);
    expect((await run({ 'a.tar.gz': gzipSync(tar) })).sent).toEqual(['1', '2']);
    expect((await run({ 'a.tar': tar })).summary.files.map(({ name }) => name.split('/').at(-1))).toEqual([
      '1.csv',
      '2.csv',
    ]);
  });

  it('an archive that is none', () =>
    expect(run({ 'a.tar.gz': gzipSync('no tar at all') })).rejects.toThrow("a.tar.gz: the archive can't be unpacked"));

  it('rejects that can not be written', () =>
    expect(fixture.run(LINES, { 'a.csv': `Order,At\n1,${AT}\n` }, { rejectsFile: '/nowhere/r.csv' })).rejects.toThrow(
      "/nowhere/r.csv: the rejects can't be written there",
    ));
});
