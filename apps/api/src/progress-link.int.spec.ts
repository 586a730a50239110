import { randomUUID } from 'node:crypto';
import { readHistory } from '@tenure/event-store';
import { opening, startTestApi, type TestApi } from './testing/api.fixture';

const at = (hour: number) => `2024-05-01T${String(hour).padStart(2, '0')}:00:00+08:00`;

describe('the private link to the progress of a case', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    api.time.now = at(10);
  });
  afterAll(() => api.close());

  const issue = (complaintId: string, body: object = {}, key: string = randomUUID()) =>
    api.request('POST', `/complaints/${complaintId}/progress-links`, { body, headers: { 'idempotency-key': key } });
  const look = (link: unknown, waitFor: unknown, language = 'en') =>
    api.request('GET', `${String(link)}?waitFor=${String(waitFor)}`, { headers: { 'accept-language': language } });

  it('shows the steps and when to expect what, in the language that is asked for, and nobody’s name', async () => {
    await api.write('/complaints', {
      ...opening('seen'),
      subject: 'Mr Lin’s invoice',
      description: 'He shouted',
      agreedDueAt: at(20),
    });
    await api.write('/complaints/seen/acceptance', { by: 'bo', occurredAt: at(10) });
    await api.write('/complaints/seen/help', { helpId: 'h', from: 'legal', question: 'Do we owe it?', by: 'bo' });
    const { status, body } = await issue('seen');
    expect({ status, link: body['link'] }).toEqual({
      status: 201,
      link: expect.stringMatching(/^\/progress\/[\w-]{43}$/),
    });
    const { body: english, headers } = await look(body['link'], body['position']);
    expect(english).toEqual({
      language: 'en',
      expectedAt: '2024-05-01T12:00:00.000Z',
      steps: [
        expect.objectContaining({ title: 'Inquiry received', state: 'done', doneAt: '2024-05-01T01:30:00.000Z' }),
        expect.objectContaining({ title: 'Accepted', state: 'done', role: 'person in charge' }),
        expect.objectContaining({ title: 'Resolved', state: 'in-progress', expectedAt: '2024-05-01T12:00:00.000Z' }),
        expect.objectContaining({ title: 'Result told', state: 'to-come', doneAt: null }),
        expect.objectContaining({ title: 'Followed up', state: 'to-come' }),
      ],
    });
    expect(JSON.stringify(english)).not.toMatch(/anna|bo"|Lin|shouted|legal|owe it|seen|k-1/);
    expect(headers.get('cache-control')).toBe('no-store');
    const { body: chinese } = await look(body['link'], body['position'], 'zh-CN,zh;q=0.9');
    expect(chinese).toMatchObject({ language: 'zh', steps: [{ title: '咨询', stateText: '已完成' }, {}, {}, {}, {}] });
  });

  it('is a page for a browser', async () => {
    await api.write('/complaints', opening('page'));
    const { body } = await issue('page');
    await look(body['link'], body['position']);
    const answer = await fetch(`${api.url}${String(body['link'])}`, {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'zh-CN' },
    });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-language')).toBe('zh');
    expect(await answer.text()).toContain('<b>咨询</b> 已完成');
  });

  it('is kept as a hash alone', async () => {
    await api.write('/complaints', opening('hashed'));
    const { body } = await issue('hashed');
    const [, event] = await readHistory(api.client, ['complaint-hashed']);
    const token = String(body['link']).replace('/progress/', '');
    expect(event).toMatchObject({ data: { linkHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(
      JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain(token);
  });

  it('is made once for one command id, and told once', async () => {
    await api.write('/complaints', opening('again'));
    const first = await issue('again', {}, 'link-again');
    const second = await issue('again', {}, 'link-again');
    expect(first).toMatchObject({ status: 201, body: { status: 'accepted', link: expect.any(String) } });
    expect(second).toMatchObject({ status: 200, body: { status: 'known', link: null } });
    expect(await issue('again', { expiresAt: at(20) }, 'link-again')).toMatchObject({ status: 409 });
    const [one, other] = await Promise.all([issue('again', {}, 'link-both'), issue('again', {}, 'link-both')]);
    expect([one.status, other.status].sort()).toEqual([200, 201]);
    expect(await readHistory(api.client, ['complaint-again'])).toHaveLength(3);
  });

  it('is a 404 of the same shape where it is unknown, malformed or over', async () => {
    await api.write('/complaints', opening('over'));
    api.time.now = at(10);
    const { body } = await issue('over', { expiresAt: at(12) });
    expect(await look(body['link'], body['position'])).toMatchObject({ status: 200 });
    api.time.now = at(12);
    const ended = await look(body['link'], body['position']);
    const unknown = await look(`/progress/${'A'.repeat(43)}`, body['position']);
    const malformed = await look('/progress/none', body['position']);
    expect(ended).toMatchObject({ status: 404, body: { type: 'urn:tenure:problem:not-found' } });
    const { instance: _, ...shape } = ended.body;
    expect(unknown).toMatchObject({ status: 404, body: { ...shape, instance: expect.any(String) } });
    expect(malformed).toMatchObject({ status: 404, body: { ...shape, instance: expect.any(String) } });
  });

  it('shows of a duplicate the case that is worked on in its place', async () => {
    await api.write('/complaints', opening('worked-on'));
    await api.write('/complaints', opening('twin'));
    const { body } = await issue('twin');
    await api.write('/complaints/twin/duplicate-link', { duplicateOf: 'worked-on', by: 'anna' });
    const position = await api.write('/complaints/worked-on/acceptance', { by: 'bo' });
    expect(await look(body['link'], position)).toMatchObject({ body: { steps: [{}, { state: 'done' }, {}, {}, {}] } });
  });

  it('takes no hash from outside over this way, and ends after it begins', async () => {
    await api.write('/complaints', opening('refused'));
    expect(await issue('refused', { linkHash: 'a'.repeat(64) })).toMatchObject({ status: 422 });
    expect(await issue('refused', { expiresAt: '2024-04-01T00:00:00Z' })).toMatchObject({
      status: 422,
      body: { type: 'urn:tenure:problem:complaint-progress-link-ends-before-issued' },
    });
    expect(await issue('no-such-case')).toMatchObject({ status: 404 });
  });
});
