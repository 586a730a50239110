import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

describe('tenure lifecycle', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-lifecycle-'));
    platform = startCli(['start', '--json'], { TENURE_DATA_DIR: dataDir, TENURE_SAMPLE: 'none', PORT: '0' });
    apiUrl = String((await platform.said('ready')).apiUrl);
    await order('p-1', '2024-01-02T10:00:00Z');
    await order('p-2', '2024-02-02T10:00:00Z');
  });
  afterAll(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await rm(dataDir, { recursive: true, force: true });
  });

  async function order(purchaseId: string, occurredAt: string): Promise<void> {
    const lines = [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }];
    const total = { amountMinor: 1_000, currency: 'CNY' };
    const answer = await fetch(`${apiUrl}/purchases`, {
      method: 'POST',
      body: JSON.stringify({ purchaseId, customerId: 'k-1', lines, total, occurredAt }),
      headers: { 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async function run(...args: string[]) {
    const terminal = memoryTerminal();
    const exitCode = await runCli(['lifecycle', ...args, '--url', apiUrl], terminal);
    return { exitCode, printed: terminal.printed, noted: terminal.noted };
  }

  async function printedWith(text: string, ...args: string[]): Promise<string> {
    for (const end = Date.now() + 30_000; ;) {
      const printed = (await run(...args)).printed.join('\n');
      if (printed.includes(text)) return printed;
      if (Date.now() > end) throw new Error(`never printed ${text}: ${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('says why a customer is in a stage, once time has brought it about', async () => {
    const why = await printedWith('churned', 'why', 'k-1');
    expect(why).toContain('No order within 90 days of the warning.');
    expect(why).toMatch(/2024-01-02T10:00:00.000Z {2}none → activation/);
    expect((await run('why', 'k-1', '--words', 'zh')).printed[0]).toContain('预警 90 天仍未下单。');
    expect((await run('why', 'nobody')).exitCode).toBe(1);
  });

  it('shows the board, customers, flows, cohorts and retention', async () => {
    const board = await printedWith('1 customers at', 'board');
    expect(board).toMatch(/^STAGE +CUSTOMERS/);
    expect(await printedWith('k-1', 'customers', '--stage', 'churned')).toContain('No order within');
    expect((await run('flows', '--to', '2024-02')).printed).toEqual([
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
    const file = join(dataDir, 'board.csv');
    const { noted } = await run('board', '--csv', file, '--language', 'en');
    expect(noted).toEqual([`Written to ${file}`]);
    expect(await readFile(file, 'utf8')).toContain('Churned,');
  });
});
