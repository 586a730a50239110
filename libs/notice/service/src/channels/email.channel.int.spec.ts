import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMail } from '../testing/mail.reading';
import { LIN, outgoingNotice } from '../testing/outgoing.notice';
import { startTestSmtpServer, type TestSmtpServer } from '../testing/smtp.server';
import { EmailChannel } from './email.channel';
import { folderMailer } from './folder.mailer';
import { smtpMailer } from './smtp.mailer';

const FROM = 'Tenure <tenure@service.example.com>';
const MESSAGE_ID = '<notice.n-1@service.example.com>';
const NOBODY = { ...LIN, email: undefined };

describe('e-mail to a server', () => {
  let server: TestSmtpServer;
  beforeAll(async () => {
    server = await startTestSmtpServer();
  });
  afterAll(() => server.stop());
  const channel = (url = server.url) => new EmailChannel(smtpMailer(url), FROM);

  it('arrives with subject and body as they were worded', async () => {
    expect(await channel().deliver(outgoingNotice(LIN), LIN)).toEqual({ status: 'delivered', reference: MESSAGE_ID });
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'tenure@service.example.com', to: ['lin@example.com'] });
    const { headers, parts } = readMail(mail?.raw ?? '');
    expect(Object.fromEntries(headers)).toMatchObject({
      subject: 'anna 请您接手工单 c-1',
      to: '林晓 <lin@example.com>',
      from: FROM,
      'message-id': MESSAGE_ID,
      date: 'Fri, 20 Nov 2026 01:00:05 +0000',
      'auto-submitted': 'auto-generated',
    });
    expect(parts.get('text/plain')).toContain('anna 于 2026-11-20 09:00 GMT+8 请您接手工单 c-1。');
    expect(parts.get('text/html')).toContain('<html lang="zh">');
  });

  it('shows what people wrote as text, whatever stands in it', async () => {
    await channel().deliver(outgoingNotice(LIN, '<script>alert("1 & 2")</script>'), LIN);
    const { parts } = readMail(server.received.at(-1)?.raw ?? '');
    expect(parts.get('text/html')).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;');
    expect(parts.get('text/html')).not.toContain('<script>');
    expect(parts.get('text/plain')).toContain('<script>');
  });

  it('takes no header from what people wrote', async () => {
    await channel().deliver(outgoingNotice(LIN, 'anna\r\nBcc: spy@example.com'), LIN);
    const mail = server.received.at(-1);
    expect(mail?.to).toEqual(['lin@example.com']);
    expect([...readMail(mail?.raw ?? '').headers.keys()]).not.toContain('bcc');
  });

  it('is in both languages for whom no language is known', async () => {
    const both = { ...LIN, languages: ['zh', 'en'] as const };
    await channel().deliver(outgoingNotice(both), both);
    expect(readMail(server.received.at(-1)?.raw ?? '').headers.get('subject')).toBe(
      'anna 请您接手工单 c-1 / anna asks you to take over case c-1',
    );
  });

  it('is tried again when the server is busy', async () => {
    server.refusals.push({ code: 451, text: 'try again later' });
    expect(await channel().deliver(outgoingNotice(LIN), LIN)).toEqual({
      status: 'retryable',
      error: 'the mail server said: 451 try again later',
    });
    expect(await channel().deliver(outgoingNotice(LIN), LIN)).toMatchObject({ status: 'delivered' });
  });

  it('is given up when the server refuses it', async () => {
    server.refusals.push({ code: 550, text: 'no such mailbox' });
    expect(await channel().deliver(outgoingNotice(LIN), LIN)).toEqual({
      status: 'permanent',
      error: 'the mail server said: 550 no such mailbox',
    });
  });

  it('is tried again where the account is refused or nothing listens, and tells no password', async () => {
    const refused = await channel(server.url.replace('secret', 'wrong')).deliver(outgoingNotice(LIN), LIN);
    expect(refused).toMatchObject({ status: 'retryable', error: expect.stringContaining('535') });
    const stopped = await startTestSmtpServer();
    await stopped.stop();
    const unreachable = await channel(stopped.url).deliver(outgoingNotice(LIN), LIN);
    expect(unreachable).toEqual({ status: 'retryable', error: "the mail server can't be reached (ESOCKET)" });
  });

  it('goes to nobody without an address', async () =>
    expect(await channel().deliver(outgoingNotice(NOBODY), NOBODY)).toEqual({
      status: 'permanent',
      error: 'no e-mail address is known of lin',
    }));
});

describe('e-mail into a folder', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'tenure-mail-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('is one whole file for each notice, however often it is sent', async () => {
    const folder = join(parent, 'mail');
    const channel = new EmailChannel(folderMailer(folder), FROM);
    const file = join(folder, 'notice.n-1@service.example.com.eml');
    expect(await channel.deliver(outgoingNotice(LIN), LIN)).toEqual({ status: 'delivered', reference: file });
    await channel.deliver(outgoingNotice(LIN), LIN);
    expect(await readdir(folder)).toEqual(['notice.n-1@service.example.com.eml']);
    const { headers, parts } = readMail(await readFile(file, 'utf8'));
    expect(headers.get('message-id')).toBe(MESSAGE_ID);
    expect(headers.get('subject')).toBe('anna 请您接手工单 c-1');
    expect(parts.get('text/plain')).toContain('请受理或谢绝');
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('is tried again where the folder can’t be written', async () => {
    const channel = new EmailChannel(folderMailer('/dev/null/mail'), FROM);
    expect(await channel.deliver(outgoingNotice(LIN), LIN)).toMatchObject({ status: 'retryable' });
  });
});
