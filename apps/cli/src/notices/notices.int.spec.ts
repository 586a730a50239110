import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

describe('tenure notices', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-notices-'));
    const settings = {
      TENURE_DATA_DIR: dataDir,
      TENURE_SAMPLE: 'none',
      PORT: '0',
      TENURE_MAIL_FROM: 'desk@example.com',
    };
    platform = startCli(['start', '--json'], settings);
    apiUrl = String((await platform.said('ready')).apiUrl);
    await publishRecipients();
    await post('/complaints', {
      complaintId: 'c-1',
      customerId: 'k-1',
      channel: 'phone',
      subject: 'Late',
      receivedBy: 'anna',
    });
    await post('/complaints/c-1/hand-over-offer', { to: 'bo' });
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

  async function publishRecipients(): Promise<void> {
    const bo = { personId: 'bo', name: 'Bo', language: 'en', timeZone: 'Europe/Berlin', email: 'bo@example.com' };
    const title = { zh: '通知对象', en: 'Recipients' };
    const draft = { kind: 'recipients', version: 2, title, content: { people: [bo] }, by: 'dora' };
    await post('/policies/recipients/drafts', draft);
    const effectiveFrom = new Date(Date.now() - 60_000).toISOString();
    await post('/policies/recipients/publish', { version: 2, effectiveFrom, by: 'dora' });
  }

  async function notices(...args: string[]) {
    const terminal = memoryTerminal();
    const exitCode = await runCli(['notices', ...args, '--url', apiUrl], terminal);
    return { exitCode, printed: terminal.printed, noted: terminal.noted };
  }

  async function arrived(...args: string[]) {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const { printed, noted } = await notices(...args);
      if (printed[1] !== undefined && !printed[1].includes('pending')) return { printed, noted };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it never arrived');
  }

  it('shows what a person was told, and how', async () => {
    const { printed, noted } = await arrived('--recipient', 'bo', '--case', 'c-1', '--unread');
    expect(printed).toEqual([
      expect.stringMatching(/^ISSUED +FOR +READ +SENT +SUBJECT$/),
      expect.stringMatching(/^\d{4}-\S+Z +bo +no +inbox, email +anna asks you to take over case c-1$/),
    ]);
    expect(noted).toEqual(['1 not read yet']);
    expect((await notices('--recipient', 'chen')).noted).toEqual(['0 not read yet']);
  });

  it('has put the e-mail into the data folder', async () => {
    await arrived('--recipient', 'bo', '--case', 'c-1');
    const folder = join(dataDir, 'mail');
    const files = await readdir(folder);
    const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const mail = mails.find((content) => content.includes('anna asks you to take over case c-1'));
    expect(mail).toMatch(/^From: desk@example\.com\r$/m);
    expect(mail).toMatch(/^To: Bo <bo@example\.com>\r$/m);
  });
});
