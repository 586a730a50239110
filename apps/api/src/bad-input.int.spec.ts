import { readHistory } from '@tenure/event-store';
import { opening, startTestApi, type Answer, type TestApi } from './testing/api.fixture';

describe('bad input over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    api.request('POST', '/complaints', { body, headers });

  /** The process goes on: what is right is taken as before. */
  afterEach(async () => {
    const id = `after-${expect
      .getState()
      .currentTestName?.replace(/[^a-z0-9]+/gi, '-')
      .slice(-100)}`;
    expect(await post(opening(id))).toMatchObject({ status: 201 });
  });

  const pathsOf = ({ body }: Answer): unknown =>
    Array.isArray(body['errors']) ? body['errors'].map((error: { path: string }) => error.path) : body['errors'];

  it.each([
    ['a field of the wrong type', { subject: 7 }, ['subject']],
    ['null in place of an optional text', { description: null }, ['description']],
    ['a value that is not in the list', { channel: 'pigeon' }, ['channel']],
    ['an id with a space', { customerId: 'k 1' }, ['customerId']],
    ['a field that there is not', { colour: 'red' }, ['colour']],
    ['a date before 1900', { occurredAt: '1899-12-31T23:59:59Z' }, ['occurredAt']],
    ['a date in 2262', { occurredAt: '2262-04-12T00:00:00Z' }, ['occurredAt']],
    ['a day that there is not', { occurredAt: '2024-02-30T00:00:00Z' }, ['occurredAt']],
    ['a time without offset', { occurredAt: '2024-05-01T09:30:00' }, ['occurredAt']],
    ['a text that is too long', { description: 'x'.repeat(900_000) }, ['description']],
    ['several at once', { subject: '', channel: 5 }, ['channel', 'subject']],
  ])('names the field: %s', async (_, wrong, paths) => {
    const answer = await post({ ...opening('wrong-field'), ...wrong });
    expect(answer).toMatchObject({
      status: 422,
      mediaType: 'application/problem+json',
      body: { type: 'urn:tenure:problem:invalid-command', instance: '/complaints' },
    });
    expect(pathsOf(answer)).toEqual(paths);
    expect(await readHistory(api.client, ['complaint-wrong-field'])).toEqual([]);
  });

  it('names the line of a purchase', async () => {
    const body = {
      purchaseId: 'wrong-line',
      customerId: 'k-1',
      lines: [
        { sku: 'a', quantity: 1, unitPrice: '2.55' },
        { sku: 'b', quantity: 1.5, unitPrice: '2.55' },
      ],
      total: { amountMinor: 1.5, currency: 'GBP' },
    };
    const answer = await api.request('POST', '/purchases', { body });
    expect(answer.status).toBe(422);
    expect(pathsOf(answer)).toEqual(['lines[1].quantity', 'total.amountMinor']);
  });

  it.each([
    ['a comma too many', '{"subject": "Late",\n  }', 'line 2, column 3'],
    ['a missing colon', '{"subject" "Late"}', 'line 1, column 12'],
    ['a text that never ends', '{"subject": "Late', 'line 1, column 18'],
    ['a line break in a text', '{"subject": "La\nte"}', 'line 1, column 16'],
    ['two values', '{} {}', 'line 1, column 4'],
    ['nothing', '', 'empty'],
    ['brackets without end', '['.repeat(100_000), 'nest deeper'],
  ])('names the place where JSON is broken: %s', async (_, body, place) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { type: 'urn:tenure:problem:malformed-json' } });
    expect(answer.body['detail']).toContain(place);
  });

  it('names the byte that is not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"subject": "'), Buffer.from('投诉', 'utf16le'), Buffer.from('"}')]);
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { type: 'urn:tenure:problem:malformed-text' } });
    expect(answer.body['detail']).toContain('Byte 13');
  });

  it('refuses a charset other than UTF-8, and a media type other than JSON', async () => {
    const charset = await post(opening('charset'), { 'content-type': 'application/json; charset=gb18030' });
    expect(charset).toMatchObject({ status: 415, mediaType: 'application/problem+json' });
    const xml = await post('<a/>', { 'content-type': 'application/xml' });
    expect(xml).toMatchObject({ status: 415, mediaType: 'application/problem+json' });
  });

  it.each([
    ['a 10 MB field', JSON.stringify({ ...opening('huge'), description: 'x'.repeat(10_000_000) })],
    ['an oversize body', ' '.repeat(1_048_577)],
  ])('refuses %s, and names the limit', async (_, body) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 413, body: { type: 'urn:tenure:problem:body-too-large' } });
    expect(answer.body['detail']).toContain('1048576 bytes');
  });

  it('refuses a body that is no object, and one that reaches for prototypes', async () => {
    expect(await post('[1]')).toMatchObject({ status: 422 });
    expect(await post('{"__proto__": {"subject": "x"}}')).toMatchObject({ status: 400 });
  });

  it('names a path that there is not, or that is not decodable', async () => {
    expect(await api.request('GET', '/nowhere')).toMatchObject({ status: 404, body: { instance: '/nowhere' } });
    expect(await api.request('GET', '/complaints/%zz')).toMatchObject({
      status: 400,
      mediaType: 'application/problem+json',
    });
  });
});

describe('rate limit', () => {
  it('answers 429 with when to go on, and lets health checks pass', async () => {
    const api = await startTestApi({ rateLimitPerMinute: 2 });
    try {
      await api.request('GET', '/openapi.json');
      // Who guesses at private links is counted as well.
      await api.request('GET', `/progress/${'A'.repeat(43)}`);
      const third = await api.request('GET', `/progress/${'B'.repeat(43)}`);
      expect(third).toMatchObject({ status: 429, body: { type: 'urn:tenure:problem:rate-limited' } });
      expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await api.request('GET', '/health/live')).toMatchObject({ status: 200 });
    } finally {
      await api.close();
    }
  });
});
