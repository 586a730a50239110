import { readHistory } from '@tenure/event-store';
import { opening, startTestApi, type TestApi } from './testing/api.fixture';

describe('commands over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    api.request('POST', path, { body, headers });

  it('carries a command out once, however often it is sent', async () => {
    const first = await post('/complaints', opening('once'), { 'Idempotency-Key': 'open-once' });
    expect(first).toMatchObject({
      status: 201,
      body: { status: 'accepted', stream: 'complaint-once', commandId: 'open-once', events: 1 },
    });
    expect(first.body['position']).toMatch(/^\d+$/);
    const again = await post('/complaints', opening('once'), { 'Idempotency-Key': 'open-once' });
    expect(again).toMatchObject({
      status: 200,
      body: { status: 'known', position: first.body['position'], events: 0 },
    });
    expect(await readHistory(api.client, ['complaint-once'])).toHaveLength(1);
  });

  it('makes an id where none is given, and says which', async () => {
    const answer = await post('/complaints', opening('unnamed'));
    expect(answer.body['commandId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('idempotency-key')).toBe(answer.body['commandId']);
  });

  it('refuses other content under the same id', async () => {
    const headers = { 'Idempotency-Key': 'open-reused' };
    await post('/complaints', opening('reused'), headers);
    const other = await post('/complaints', { ...opening('reused'), subject: 'Broken' }, headers);
    expect(other).toMatchObject({
      status: 409,
      mediaType: 'application/problem+json',
      body: { type: 'urn:tenure:problem:command-id-reused', status: 409, commandId: 'open-reused' },
    });
  });

  it('knows a repeated command without a time, though time has passed', async () => {
    const { occurredAt: _, ...body } = opening('timeless');
    const headers = { 'Idempotency-Key': 'open-timeless' };
    expect(await post('/complaints', body, headers)).toMatchObject({ status: 201 });
    api.time.now = '2024-05-01T01:31:00.000Z';
    expect(await post('/complaints', body, headers)).toMatchObject({ status: 200, body: { status: 'known' } });
    expect(await post('/complaints', { ...body, subject: 'Broken' }, headers)).toMatchObject({ status: 409 });
    const [event] = await readHistory(api.client, ['complaint-timeless']);
    expect(event?.metadata.occurredAt).toBe('2024-05-01T01:30:00.000Z');
  });

  it('records who asked', async () => {
    await post('/complaints', opening('asked'), {
      'Idempotency-Key': '"open-asked"',
      'X-Correlation-Id': 'order-7',
      'X-Actor': 'anna',
      'X-Source': 'web-shop',
    });
    const [event] = await readHistory(api.client, ['complaint-asked']);
    expect(event?.metadata).toMatchObject({
      commandId: 'open-asked',
      correlationId: 'order-7',
      actor: 'anna',
      source: 'web-shop',
      customerId: 'k-1',
    });
  });

  it('takes ids from the path, and refuses a body that says otherwise', async () => {
    await post('/complaints', opening('path'));
    const occurredAt = '2024-05-01T09:34:00+08:00';
    expect(await post('/complaints/path/acceptance', { by: 'bo', occurredAt })).toMatchObject({ status: 201 });
    const same = { by: 'bo', complaintId: 'path', occurredAt };
    expect(await post('/complaints/path/acceptance', same)).toMatchObject({ status: 200, body: { events: 0 } });
    expect(await post('/complaints/path/acceptance', { ...same, complaintId: 'other' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'complaintId' }] },
    });
  });

  it('answers refusals with the status of their code', async () => {
    expect(await post('/complaints/missing/closure', { by: 'anna' })).toMatchObject({
      status: 404,
      body: { type: 'urn:tenure:problem:complaint-not-found', instance: '/complaints/missing/closure' },
    });
    await post('/complaints', opening('refused'));
    expect(await post('/complaints/refused/closure', { by: 'anna' })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:complaint-not-resolved' },
    });
  });

  it('refuses a header that could not be stored as it is', async () => {
    const answer = await post('/complaints', opening('header'), { 'X-Actor': 'two words' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'x-actor' }] } });
  });
});
