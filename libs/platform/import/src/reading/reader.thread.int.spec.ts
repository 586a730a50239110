import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportProgress } from '../import.summary';
import { createMemorySink, countOnlineRetail, type RetailTotals } from '../testing';
import type * as Built from '../index';

const PROJECT = join(__dirname, '../..');
const ROOT = join(PROJECT, '../../..');
const SAMPLES = join(ROOT, 'infra/samples');
const ARCHIVE = join(SAMPLES, 'online-retail/online-retail-by-day.tar.gz');
const MAPPING = join(SAMPLES, 'online-retail.mapping.json');

/** The released form of the library: only that has a worker to start. */
describe('import as it is built, reading in a thread of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-import-built-'));
  let runImport: typeof Built.runImport;
  beforeAll(async () => {
    for (const part of ['src', 'mapping.schema.json', 'package.json']) {
      cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, [join(ROOT, 'infra/build/compile.mjs'), folder]);
    const built = (await import(join(folder, 'dist/index.js'))) as typeof Built;
    runImport = built.runImport;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const options = (file: string) => ({ mappingFile: MAPPING, files: [file], rejectsFile: join(folder, 'rejects.csv') });

  it('loads Online Retail, to the penny of a plain count', async () => {
    const sink = createMemorySink();
    const heard: ImportProgress[] = [];
    const summary = await runImport({ ...options(ARCHIVE), sink, onProgress: (progress) => heard.push(progress) });
    expect(summary).toMatchObject({
      state: 'completed',
      rows: { read: 541_909, accepted: 406_829, known: 0, rejected: 135_080 },
      rejections: { 'no-customer': 135_080 },
      commands: {
        RegisterCustomer: { accepted: 4_372 },
        ChangeCustomerProfile: { accepted: 16 },
        RecordPurchase: { accepted: 18_536 },
        RecordReturn: { accepted: 3_654 },
      },
    });
    const count = await countOnlineRetail(ARCHIVE);
    expect(count).toMatchObject({ rows: 541_909, rowsWithoutCustomer: 135_080 });
    expect(count.totals).toEqual({
      invoices: 18_536,
      cancellations: 3_654,
      lines: 406_829,
      spendPence: 891_140_790,
      returnedPence: 61_134_209,
    });
    expect(totalsOf(sink.accepted)).toEqual(count.customers);
    const shares = heard.map(({ bytesRead, bytesTotal }) => bytesRead / Math.max(1, bytesTotal));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 5);
    expect(heard.at(-1)?.rows).toEqual(summary.rows);
    expect(heard.at(-1)?.secondsLeft).toBeCloseTo(0, 1);
  }, 180_000);

  it('answers what is wrong with the data as it does in one thread', async () => {
    const running = runImport({ ...options(MAPPING), sink: createMemorySink() });
    await expect(running).rejects.toMatchObject({ name: 'ImportProblem' });
    await expect(running).rejects.toThrow('the file has no column "CustomerID"');
  });

  it('stops its thread at an infrastructure fault', async () => {
    const sink = { send: () => Promise.reject(new Error('the store is gone')) };
    await expect(runImport({ ...options(ARCHIVE), sink })).rejects.toThrow('the store is gone');
  });
});

function totalsOf(commands: readonly { readonly type: string; readonly payload: object }[]): Map<string, RetailTotals> {
  const customers = new Map<string, RetailTotals>();
  for (const { type, payload } of commands) {
    if (!type.startsWith('Record')) continue;
    const document = payload as { customerId: string; lines: unknown[]; total: { amountMinor: number } };
    const totals = customers.get(document.customerId) ?? {
      invoices: 0,
      cancellations: 0,
      lines: 0,
      spendPence: 0,
      returnedPence: 0,
    };
    customers.set(document.customerId, totals);
    totals.lines += document.lines.length;
    totals[type === 'RecordPurchase' ? 'invoices' : 'cancellations'] += 1;
    totals[type === 'RecordPurchase' ? 'spendPence' : 'returnedPence'] += document.total.amountMinor;
  }
  return customers;
}
