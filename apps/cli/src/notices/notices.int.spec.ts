import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { startCli, type StartedCli } from '../testing/started.cli';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('tenure notices', () => {
  const posts: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      posts.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
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
      TENURE_WEBHOOK_SECRETS: `desk=${SECRET}`,
    };
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
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
    receiver.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function post(path: string, body: object): Promise<void> {
    const request = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${apiUrl}${path}`, request);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  async function publishRecipients(): Promise<void> {
    const bo = { personId: 'bo', name: 'Bo', language: 'en', timeZone: 'Europe/Berlin', email: 'bo@example.com' };
    const address = receiver.address();
    if (address === null || typeof address === 'string') throw new Error('it listens on a port');
    const webhook = { url: `http://127.0.0.1:${address.port}/emma`, secretName: 'desk' };
    const emma = { personId: 'emma', name: 'Emma', language: 'en', webhook };
    const title = { zh: '通知对象', en: 'Recipients' };
    const draft = { kind: 'recipients', version: 2, title, content: { people: [bo, emma] }, by: 'dora' };
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

  it('signs what goes to a webhook by the secret in the settings that the policy names', async () => {
    expect((await arrived('--recipient', 'emma')).printed[1]).toMatch(/ inbox, webhook /);
    const { headers = {}, body = '' } = posts[0] ?? {};
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(SECRET).verify(body, signed)).toMatchObject({ type: 'notice.policy-published' });
    const versions = await fetch(`${apiUrl}/policies/recipients/versions`);
    expect(await versions.text()).toContain('"secretName":"desk"');
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
