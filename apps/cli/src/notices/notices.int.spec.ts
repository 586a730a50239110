import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { usePlatform } from '../testing/used.platform';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('tenure notices', () => {
  const posts: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      posts.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  const platform = usePlatform({
    TENURE_MAIL_FROM: 'desk@example.com',
    TENURE_WEBHOOK_SECRETS: `desk=${SECRET}`,
  });

  beforeAll(async () => {
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
    await publishRecipients();
    await platform.post('/complaints', {
      complaintId: 'c-1',
      customerId: 'k-1',
      channel: 'phone',
      subject: 'Late',
      receivedBy: 'anna',
    });
    await platform.post('/complaints/c-1/hand-over-offer', { to: 'bo' });
  });
  afterAll(() => {
    receiver.close();
  });

  async function publishRecipients(): Promise<void> {
    const bo = { personId: 'bo', name: 'Bo', language: 'en', timeZone: 'Europe/Berlin', email: 'bo@example.com' };
    const address = receiver.address();
    if (address === null || typeof address === 'string') throw new Error('it listens on a port');
    const webhook = { url: `http://127.0.0.1:${address.port}/emma`, secretName: 'desk' };
    const emma = { personId: 'emma', name: 'Emma', language: 'en', webhook };
    const title = { zh: '通知对象', en: 'Recipients' };
    const draft = { kind: 'recipients', version: 2, title, content: { people: [bo, emma] }, by: 'dora' };
    await platform.post('/policies/recipients/drafts', draft);
    const effectiveFrom = new Date(Date.now() - 60_000).toISOString();
    await platform.post('/policies/recipients/publish', { version: 2, effectiveFrom, by: 'dora' });
  }

  const notices = (...args: readonly string[]) => platform.run('notices', ...args);

  const arrived = (...args: readonly string[]) =>
    platform.until(([, first]) => first !== undefined && !first.includes('pending'), 'notices', ...args);

  it('shows what a person was told, and how', async () => {
    const unread = ['--recipient', 'bo', '--case', 'c-1', '--unread'];
    expect(await arrived(...unread)).toEqual([
      expect.stringMatching(/^ISSUED +FOR +READ +SENT +SUBJECT$/),
      expect.stringMatching(/^\d{4}-\S+Z +bo +no +inbox, email +anna asks you to take over case c-1$/),
    ]);
    expect((await notices(...unread)).noted).toEqual(['1 not read yet']);
    expect((await notices('--recipient', 'chen')).noted).toEqual(['0 not read yet']);
  });

  it('signs what goes to a webhook by the secret in the settings that the policy names', async () => {
    expect((await arrived('--recipient', 'emma'))[1]).toMatch(/ inbox, webhook /);
    const { headers = {}, body = '' } = posts[0] ?? {};
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(SECRET).verify(body, signed)).toMatchObject({ type: 'notice.policy-published' });
    const versions = await fetch(`${platform.apiUrl}/policies/recipients/versions`);
    expect(await versions.text()).toContain('"secretName":"desk"');
  });

  it('has put the e-mail into the data folder', async () => {
    await arrived('--recipient', 'bo', '--case', 'c-1');
    const mail = (await platform.mails()).find((content) => content.includes('anna asks you to take over case c-1'));
    expect(mail).toMatch(/^From: desk@example\.com\r$/m);
    expect(mail).toMatch(/^To: Bo <bo@example\.com>\r$/m);
  });
});
