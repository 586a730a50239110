import { Webhook } from 'standardwebhooks';
import { startHttpReceiver, type HttpReceiver, type ReceivedPost } from '../testing/http.receiver';
import { LIN, outgoingNotice } from '../testing/outgoing.notice';
import { WEBHOOK_SECRET, WEBHOOK_SECRETS } from '../testing/webhook.secret';
import { WebhookChannel } from './webhook.channel';

const notice = outgoingNotice(LIN);
const going = new AbortController().signal;

describe('webhook', () => {
  let receiver: HttpReceiver;
  beforeEach(async () => {
    receiver = await startHttpReceiver();
  });
  afterEach(() => receiver.stop());
  const to = (url: string, secretName = 'desk') => ({ ...LIN, webhook: { url, secretName } });
  const secrets = WEBHOOK_SECRETS;
  const now = () => new Date().toISOString();
  const channel = new WebhookChannel({ now, secrets });
  const deliver = (url = `${receiver.url}/hook`) => channel.deliver(notice, to(url), going);
  const answer = (status: number, headers: Record<string, string> = {}) =>
    receiver.answers.push((response) => response.writeHead(status, headers).end());

  it('is signed, so that the receiver can tell that it is ours', async () => {
    expect(await deliver()).toEqual({ status: 'delivered', reference: 'HTTP 204' });
    const { headers = {}, body = '' }: Partial<ReceivedPost> = receiver.received[0] ?? {};
    const signed = {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    };
    expect(signed['webhook-id']).toBe('n-1');
    expect(new Webhook(WEBHOOK_SECRET).verify(body, signed)).toEqual({
      type: 'notice.complaint-hand-over-offered',
      timestamp: notice.issuedAt,
      data: {
        noticeId: 'n-1',
        recipient: { personId: 'lin', name: '林晓' },
        texts: notice.texts,
        parameters: notice.parameters,
        customerId: 'k-1',
        caseId: 'c-1',
      },
    });
    expect(() => new Webhook(WEBHOOK_SECRET).verify(`${body} `, signed)).toThrow(/signature/);
  });

  it('has the same id when it is sent again', async () => {
    await deliver();
    await deliver();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(['n-1', 'n-1']);
  });

  it.each([400, 404, 429, 500, 503])('is tried again after %i', async (status) => {
    answer(status);
    expect(await deliver()).toEqual({ status: 'retryable', error: `HTTP ${status}` });
  });

  it('waits as long as it is asked to, in seconds or until a date', async () => {
    answer(503, { 'retry-after': '120' });
    expect(await deliver()).toEqual({ status: 'retryable', error: 'HTTP 503', retryAfterMs: 120_000 });
    const fixed = new WebhookChannel({ now: () => '2026-11-20T01:00:00Z', secrets });
    answer(429, { 'retry-after': 'Fri, 20 Nov 2026 01:01:30 GMT' });
    expect(await fixed.deliver(notice, to(receiver.url), going)).toMatchObject({ retryAfterMs: 90_000 });
    answer(429, { 'retry-after': 'soon' });
    expect(await fixed.deliver(notice, to(receiver.url), going)).toEqual({ status: 'retryable', error: 'HTTP 429' });
  });

  it('is given up where the address is gone', async () => {
    answer(410);
    expect(await deliver()).toEqual({ status: 'permanent', error: 'HTTP 410: the address is gone' });
  });

  it('follows no redirect', async () => {
    answer(307, { location: `${receiver.url}/elsewhere` });
    expect(await deliver()).toEqual({ status: 'retryable', error: 'HTTP 307: redirects are not followed' });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('waits for no answer that does not come', async () => {
    receiver.answers.push(() => undefined);
    const impatient = new WebhookChannel({ now, secrets, answerLimitMs: 300 });
    expect(await impatient.deliver(notice, to(receiver.url), going)).toEqual({
      status: 'retryable',
      error: 'no answer within 300 ms',
    });
  });

  it('reads no answer that does not end', async () => {
    let written = 0;
    receiver.answers.push((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
      };
      response.on('drain', more);
      more();
    });
    expect(await deliver()).toEqual({ status: 'delivered', reference: 'HTTP 200' });
    expect(written).toBeLessThan(16 * 1_048_576);
  });

  it('is tried again where nothing listens, and tells no password', async () => {
    const stopped = await startHttpReceiver();
    await stopped.stop();
    expect(await deliver(stopped.url)).toEqual({
      status: 'retryable',
      error: "the address can't be reached (ECONNREFUSED)",
    });
    expect(await deliver('http://user:hidden@127.0.0.1/')).toEqual({
      status: 'retryable',
      error: "the address can't be asked",
    });
  });

  it('is given up where there is no address', async () =>
    expect(await channel.deliver(notice, LIN, going)).toMatchObject({ status: 'permanent' }));

  it('is tried again where the setting lacks the secret, which may yet be set', async () => {
    expect(await channel.deliver(notice, to(receiver.url, 'ops'), going)).toEqual({
      status: 'retryable',
      error: 'TENURE_WEBHOOK_SECRETS has no secret named ops',
    });
    expect(receiver.received).toEqual([]);
  });

  it('takes no secret that nothing can be signed by', () =>
    expect(() => new WebhookChannel({ now: () => '', secrets: new Map([['desk', 'not base64!']]) })).toThrow());

  it('is left to be tried again when the platform stops', async () => {
    const stopping = new AbortController();
    receiver.answers.push(() => stopping.abort(new Error('stopping')));
    await expect(channel.deliver(notice, to(receiver.url), stopping.signal)).rejects.toThrow('stopping');
  });
});
