import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

describe('tenure customers', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-customers-'));
    platform = startCli(['start', '--json'], { TENURE_DATA_DIR: dataDir, TENURE_SAMPLE: 'none', PORT: '0' });
    apiUrl = String((await platform.said('ready')).apiUrl);
    for (const customerId of ['one', 'double']) {
      const body = JSON.stringify({ customerId, name: `Firm ${customerId}`, fieldSource: 'web-form' });
      const headers = { 'content-type': 'application/json' };
      expect((await fetch(`${apiUrl}/customers`, { method: 'POST', body, headers })).status).toBe(201);
    }
  });
  afterAll(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await rm(dataDir, { recursive: true, force: true });
  });

  async function customers(...args: string[]) {
    const terminal = memoryTerminal();
    const exitCode = await runCli(['customers', ...args, '--url', apiUrl], terminal);
    return { exitCode, printed: terminal.printed, noted: terminal.noted };
  }

  async function until(wanted: RegExp, ...args: string[]): Promise<readonly string[]> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const { printed } = await customers(...args);
      if (wanted.test(printed.join('\n'))) return printed;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${String(wanted)} was never printed`);
  }

  const decided = ['--reason', 'the same', '--by', 'anna'];

  it('merges a duplicate, leaves it out of the list, and undoes that', async () => {
    expect((await customers('merge', 'double', 'one', ...decided)).printed).toEqual(['double is merged into one.']);
    await until(/double .* one$/m);
    expect((await customers('--without-merged')).printed).toEqual([
      expect.stringMatching(/^CUSTOMER /),
      expect.stringMatching(/^one /),
    ]);
    expect((await customers('--merged-into', 'one')).printed).toEqual([
      expect.stringMatching(/^CUSTOMER /),
      expect.stringMatching(/^double /),
    ]);
    expect(await customers('merge', 'one', 'double', ...decided)).toMatchObject({
      exitCode: 1,
      noted: ['one can’t be merged: double is merged itself'],
    });
    expect((await customers('unmerge', 'double', ...decided)).printed).toEqual([
      'double is a customer of its own again.',
    ]);
    await until(/double .* –$/m);
  });

  it('notes what a customer says on being written to', async () => {
    const { printed } = await customers('consent', 'one', 'granted', '--by', 'anna');
    expect(printed).toEqual(['Consent of one to marketing by e-mail: granted.']);
    expect(await customers('consent', 'one', 'perhaps', '--by', 'anna')).toMatchObject({ exitCode: 2 });
    expect(await customers('consent', 'one', 'granted', '--purpose', 'fun', '--by', 'anna')).toMatchObject({
      exitCode: 1,
    });
    expect(await customers('consent', 'nobody', 'granted', '--by', 'anna')).toMatchObject({ exitCode: 1 });
  });

  it('still shows one', async () => expect((await customers('one')).printed.join('\n')).toMatch(/name +Firm one/));
});
