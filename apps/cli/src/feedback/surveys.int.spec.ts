import { found } from '@tenure/local-servers/testing';
import { usePlatform } from '../testing/used.platform';

const PUBLIC_URL = 'https://service.example/desk';

describe('tenure feedback, on surveys', () => {
  const platform = usePlatform({ TENURE_PUBLIC_URL: `${PUBLIC_URL}/` });

  beforeAll(async () => {
    // So that customers are written to at whatever time this runs.
    const version = { version: 2, by: 'anna' };
    const content = { hoursCalendarId: 'calendar-24x7', caps: [] };
    await platform.post('/policies/messaging/drafts', {
      ...version,
      kind: 'messaging',
      title: { zh: '消息', en: 'Messages' },
      content,
    });
    await platform.post('/policies/messaging/publish', { ...version, effectiveFrom: '2001-01-01T00:00:00Z' });
    await platform.post('/customers', { customerId: 'k-1', name: 'Firm', fieldSource: 'web-form' });
    const contact = { name: 'Ann', role: 'purchasing-lead', fieldSource: 'web-form', email: 'ann@example.com' };
    await platform.post('/customers/k-1/contacts/lead', contact, 'PUT');
  });

  async function feedback(...args: readonly string[]) {
    const { exitCode, printed, noted } = await platform.run('feedback', ...args);
    return { exitCode, text: printed.join('\n'), noted: noted.join('\n') };
  }

  /** What follows the log does so on its own. */
  async function soon(expected: RegExp, ask: () => Promise<string>): Promise<RegExpExecArray> {
    let text = '';
    const find = async () => {
      text = await ask();
      return expected.exec(text) ?? undefined;
    };
    return found(find, () => `${text} is ${String(expected)}`);
  }

  const mails = async () => (await platform.mails()).join('\n').replaceAll('=\r\n', '');

  it('asks a customer, who answers by the link in the mail, once', async () => {
    // The first message to the customer shows that the address is known.
    await soon(/^To: Firm <ann@example\.com>/m, mails);
    const invite = ['invite', 'k-1', '--survey', 'satisfaction', '--send', '--id', 'i-1', '--by', 'anna'];
    expect(await feedback(...invite)).toMatchObject({ exitCode: 0, text: 'Invitation i-1 of k-1 to satisfaction.' });
    const [, token = ''] = await soon(/https:\/\/service\.example\/desk\/s\/([\w.:@-]+)/, mails);
    const page = await fetch(`${platform.apiUrl}/s/${token}?language=zh`);
    expect(await page.text()).toContain('我们哪里可以做得更好？');
    const body = new URLSearchParams({ 'q.satisfaction': '2', 'q.attitude': '5', 'q.words': '回复太慢' });
    const sent = await fetch(`${platform.apiUrl}/s/${token}?language=zh`, { method: 'POST', body, redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect((await fetch(`${platform.apiUrl}/s/${token}`, { method: 'POST', body })).status).toBe(409);

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
