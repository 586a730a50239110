import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

describe('tenure lifecycle', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    await order('p-1', '2024-01-02T10:00:00Z');
    await order('p-2', '2024-02-02T10:00:00Z');
  });

  async function order(purchaseId: string, occurredAt: string): Promise<void> {
    const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
    const total = { amountMinor: 1_000, currency: 'CNY' };
    await platform.post('/purchases', { purchaseId, customerId: 'k-1', lines, total, occurredAt });
  }

  const run = (...args: readonly string[]) => platform.run('lifecycle', ...args);

  const printedWith = async (text: RegExp, ...args: readonly string[]) =>
    (await platform.until(text, 'lifecycle', ...args)).join('\n');

  it('says why a customer is in a stage, once time has brought it about', async () => {
    const why = await printedWith(/churned/, 'why', 'k-1');
    expect(why).toContain('No order within 90 days of the warning.');
    expect(why).toMatch(/2024-01-02T10:00:00.000Z {2}none → activation/);
    expect((await run('why', 'k-1', '--words', 'zh')).printed[0]).toContain('预警 90 天仍未下单。');
    expect((await run('why', 'nobody')).exitCode).toBe(1);
  });

  it('shows the board, customers, flows, cohorts and retention', async () => {
    const board = await printedWith(/1 customers at/, 'board');
    expect(board).toMatch(/^STAGE +CUSTOMERS/);
    expect(await printedWith(/k-1/, 'customers', '--stage', 'churned')).toContain('No order within');
    expect(await platform.until(/2024-02/, 'lifecycle', 'flows', '--to', '2024-02')).toEqual([
      'MONTH    ACTIVATION  MAINTENANCE  CHURN-WARNING  WON-BACK  CHURNED  FLOWS',
      '2024-01           1            0              0         0        0  none → activation 1',
      '2024-02           0            1              0         0        0  activation → maintenance 1',
    ]);
    expect((await run('cohorts', '--of', 'ordering', '--to', '2024-03')).printed).toEqual([
      'COHORT   CUSTOMERS      0      1    2',
      '2024-01          1  100.0  100.0  0.0',
    ]);
    expect((await run('retention', '--at', '2024-02-03T00:00:00Z')).printed).toEqual([
      'DAYS  AT RISK  CHURNED  KEPT  95 %',
      '1 customers followed up to 2024-02-03T00:00:00Z, 0 churned',
    ]);
    expect((await run('retention')).printed[1]).toMatch(/^ *2\d\d +1 +1 +0\.0000/);
    expect(JSON.parse((await run('--json')).printed.join('\n'))).toMatchObject({ customers: 1 });
  });

  it('writes tables into files', async () => {
    const file = join(platform.dataDir, 'board.csv');
    const { noted } = await run('board', '--csv', file, '--language', 'en');
    expect(noted).toEqual([`Written to ${file}`]);
    expect(await readFile(file, 'utf8')).toContain('Churned,');
  });
});
