import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

const PUBLIC_URL = 'https://service.example/desk';

describe('tenure feedback, on surveys', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-surveys-'));
    const settings = {
      TENURE_DATA_DIR: dataDir,
      TENURE_SAMPLE: 'none',
      TENURE_PUBLIC_URL: `${PUBLIC_URL}/`,
      PORT: '0',
    };
    platform = startCli(['start', '--json'], settings);
    apiUrl = String((await platform.said('ready')).apiUrl);
    // So that customers are written to at whatever time this runs.
    const version = { version: 2, by: 'anna' };
    const content = { hoursCalendarId: 'calendar-24x7', caps: [] };
    await post('/policies/messaging/drafts', {
      ...version,
      kind: 'messaging',
      title: { zh: '消息', en: 'Messages' },
      content,
    });
    await post('/policies/messaging/publish', { ...version, effectiveFrom: '2001-01-01T00:00:00Z' });
    await post('/customers', { customerId: 'k-1', name: 'Firm', fieldSource: 'web-form' });
    const contact = { name: 'Ann', role: 'purchasing-lead', fieldSource: 'web-form', email: 'ann@example.com' };
    await post('/customers/k-1/contacts/lead', contact, 'PUT');
  });
  afterAll(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await rm(dataDir, { recursive: true, force: true });
  });

  async function post(path: string, body: object, method = 'POST'): Promise<void> {
    const request = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${apiUrl}${path}`, request);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  async function feedback(...args: readonly string[]) {
    const terminal = memoryTerminal();
    const exitCode = await runCli(['feedback', ...args, '--url', apiUrl], terminal);
    return { exitCode, text: terminal.printed.join('\n'), noted: terminal.noted.join('\n') };
  }

  /** What follows the log does so on its own. */
  async function soon(expected: RegExp, ask: () => Promise<string>): Promise<RegExpExecArray> {
    for (const end = Date.now() + 20_000; ;) {
      const text = await ask();
      const found = expected.exec(text);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${text} is not ${String(expected)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function mails(): Promise<string> {
    const folder = join(dataDir, 'mail');
    const names = await readdir(folder).catch((): string[] => []);
    const raws = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return raws.join('\n').replaceAll('=\r\n', '');
  }

  it('asks a customer, who answers by the link in the mail, once', async () => {
    // The first message to the customer shows that the address is known.
    await soon(/^To: Firm <ann@example\.com>/m, mails);
    const invite = ['invite', 'k-1', '--survey', 'satisfaction', '--send', '--id', 'i-1', '--by', 'anna'];
    expect(await feedback(...invite)).toMatchObject({ exitCode: 0, text: 'Invitation i-1 of k-1 to satisfaction.' });
    const [, token = ''] = await soon(/https:\/\/service\.example\/desk\/s\/([\w.:@-]+)/, mails);
    const page = await fetch(`${apiUrl}/s/${token}?language=zh`);
    expect(await page.text()).toContain('我们哪里可以做得更好？');
    const body = new URLSearchParams({ 'q.satisfaction': '2', 'q.attitude': '5', 'q.words': '回复太慢' });
    const sent = await fetch(`${apiUrl}/s/${token}?language=zh`, { method: 'POST', body, redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect((await fetch(`${apiUrl}/s/${token}`, { method: 'POST', body })).status).toBe(409);

    await soon(/^i-1 +satisfaction +k-1 +\S+ +2 +– +– +回复太慢$/m, async () => (await feedback('answers')).text);
    await soon(/^satisfaction .* on-request +\d +1 +1$/m, async () => (await feedback('surveys')).text);
    const scores = /^\d{4}-\d\d +1 +100 \(\S+–100\) +0 \(0–\S+\) of 1 +– +– +– +– +5 of 1$/m;
    await soon(scores, async () => (await feedback('scores', '--survey', 'satisfaction')).text);
  });

  it('records what customers say elsewhere', async () => {
    const said = [
      'record',
      '--kind',
      'forum',
      '--text',
      'Slow again',
      '--rating',
      '2',
      '--label',
      'speed',
      '--by',
      'bo',
    ];
    expect((await feedback(...said, '--id', 'v-1')).text).toBe('Voice v-1 is recorded.');
    await soon(/^v-1 +forum +– +\S+ +2 +Slow again$/m, async () => (await feedback('voices', '--label', 'speed')).text);
  });

  it('says what is wrong', async () => {
    const ask = (survey: string) => feedback('invite', 'k-1', '--survey', survey, '--by', 'anna');
    expect(await ask('nothing')).toMatchObject({
      exitCode: 1,
      noted: expect.stringContaining('no version of survey nothing'),
    });
    expect(await feedback('record', '--kind', 'dream', '--text', 'x', '--by', 'bo')).toMatchObject({ exitCode: 2 });
    expect(await feedback('record', '--kind', 'forum', '--text', 'x', '--rating', '9', '--by', 'bo')).toMatchObject({
      exitCode: 2,
    });
    expect(await feedback('scores', '--from', '2024-13')).toMatchObject({
      exitCode: 1,
      noted: expect.stringContaining('from'),
    });
  });
});
