import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

describe('tenure contacts', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-contacts-'));
    platform = startCli(['start', '--json'], { TENURE_DATA_DIR: dataDir, TENURE_SAMPLE: 'none', PORT: '0' });
    apiUrl = String((await platform.said('ready')).apiUrl);
    // Whatever is left of a quarter counts, so that this does not depend on the day on which it runs.
    const visits = { tier: 'A', contacts: [{ kind: 'visit', every: { unit: 'quarter', count: 1 } }] };
    const content = { timeZone: 'Asia/Shanghai', plans: [visits] };
    const title = { zh: '联系计划', en: 'Contact plan' };
    await post('/policies/contact-plan/drafts', { kind: 'contact-plan', version: 2, title, content, by: 'li' });
    const effectiveFrom = new Date(Date.now() - 60_000).toISOString();
    await post('/policies/contact-plan/publish', { version: 2, effectiveFrom, by: 'li' });
    for (const customerId of ['k-1', 'k-2']) {
      const override = { tier: 'A', by: 'li', reason: 'strategic', until: '2190-01-01T00:00:00Z' };
      await post(`/customers/${customerId}/tier/override`, override);
    }
  });
  afterAll(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await rm(dataDir, { recursive: true, force: true });
  });

  async function post(path: string, body: object): Promise<void> {
    const request = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${apiUrl}${path}`, request);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  async function contacts(...args: string[]): Promise<readonly string[]> {
    const terminal = memoryTerminal();
    expect(await runCli(['contacts', ...args, '--url', apiUrl], terminal)).toBe(0);
    return terminal.printed;
  }

  async function listed(lines: number, ...args: string[]): Promise<readonly string[]> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const printed = await contacts(...args);
      if (printed.length === lines) return printed;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never were ${lines} lines`);
  }

  it('shows what is to be done, and what was', async () => {
    expect(await listed(3)).toEqual([
      expect.stringMatching(/^DUE BY +CUSTOMER +TIER +CONTACT +STATUS +BY +DONE$/),
      expect.stringMatching(/^\d{4}-\S+Z +k-1 +A +visit-\d{4}-Q\d +open +– +–$/),
      expect.stringMatching(/ k-2 +A +visit-/),
    ]);
    await post('/customers/k-1/contacts', { kind: 'visit', by: 'anna' });
    expect(await listed(2, 'k-1', '--status', 'done')).toEqual([
      expect.anything(),
      expect.stringMatching(/ k-1 +A +visit-\S+ +done +anna +\d{4}-\S+Z$/),
    ]);
    expect(await listed(2)).toEqual([expect.anything(), expect.stringMatching(/ k-2 .* open /)]);
    expect(await contacts('--kind', 'call')).toHaveLength(1);
  });
});
