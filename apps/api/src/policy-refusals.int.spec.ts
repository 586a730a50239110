import { startTestApi, type TestApi } from './testing/api.fixture';

describe('policies over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const text = (en: string) => ({ zh: en, en });
  const value = (spendMinor: number) => ({
    kind: 'tier',
    title: text('Value'),
    by: 'anna',
    content: {
      currency: 'GBP',
      spendWindow: { unit: 'months', length: 12 },
      tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: spendMinor }] }] }],
      defaultTier: 'C',
    },
  });

  it('are refused with the reason and its place, and nothing is half-done', async () => {
    const draft = { ...value(1), version: 1 };
    const refused = (path: string, body: object) => api.request('POST', `/policies/${path}`, { body });
    expect(await refused('bad/drafts', { ...draft, content: { ...draft.content, currency: 'XYZW' } })).toMatchObject({
      status: 422,
      body: {
        errors: [{ path: 'content.currency', message: 'content.currency must be a currency of ISO 4217, such as CNY' }],
      },
    });
    expect(await refused('bad/drafts', { ...draft, content: { ...draft.content, defaultTier: 'A' } })).toMatchObject({
      status: 422,
      body: {
        type: 'urn:tenure:problem:policy-names-a-tier-twice',
        detail: 'content.defaultTier: A stands in content.tiers[0].tier already',
      },
    });
    expect(await refused('bad/drafts', { ...draft, version: 2 })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:policy-version-not-next', detail: 'the next version is 1' },
    });
    expect(await refused('bad/compare', { version: 1, by: 'anna' })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:policy-has-no-draft' },
    });
    expect(await refused('bad/compare', { version: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'by' }] },
    });
    expect(
      await refused('bad/publish', { version: 1, by: 'anna', effectiveFrom: '2024-05-01T00:00:00Z' }),
    ).toMatchObject({
      status: 409,
    });
    expect(await api.read('/policies/bad')).toMatchObject({ status: 404 });
    expect(await api.read('/policies/bad/versions')).toMatchObject({ status: 404 });
  });

  it('are published only when the policies that they name are', async () => {
    const week = { monday: [['09:00', '17:00']], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };
    const content = {
      timeZone: 'Europe/Rome',
      week: { ...week, sunday: [] },
      holidaysId: 'holidays-IT',
      makeUpDays: [],
      exceptions: [],
    };
    const step = { version: 1, by: 'anna' };
    const publish = { ...step, effectiveFrom: '2024-05-01T00:00:00Z' };
    await api.write('/policies/rome/drafts', { ...step, kind: 'calendar', title: text('Rome'), content });
    expect(await api.request('POST', '/policies/rome/publish', { body: publish })).toMatchObject({
      status: 422,
      body: {
        type: 'urn:tenure:problem:policy-refers-to-nothing',
        detail: 'content.holidaysId: of the policy holidays-IT of kind holidays nothing is published',
      },
    });
    const years = [{ year: 2024, days: [{ day: '2024-04-25', name: 'Liberazione', isOffDay: true }] }];
    const holidays = { kind: 'holidays', title: text('Italy'), content: { region: 'IT', years } };
    await api.write('/policies/holidays-IT/drafts', { ...step, ...holidays });
    await api.write('/policies/holidays-IT/publish', publish);
    await api.write('/policies/rome/publish', publish);
  });

  it('publish no other draft than the one that was seen', async () => {
    await api.write('/policies/seen/drafts', { ...value(1), version: 1 });
    const { draft } = (await api.read('/policies/seen')).body as { draft: { draftFingerprint: string } };
    await api.write('/policies/seen/drafts', { ...value(2), version: 1 });
    const publish = {
      version: 1,
      by: 'bo',
      effectiveFrom: '2024-05-01T00:00:00Z',
      draftFingerprint: draft.draftFingerprint,
    };
    expect(await api.request('POST', '/policies/seen/publish', { body: publish })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:policy-draft-changed' },
    });
    await api.write('/policies/seen/discard', { version: 1, by: 'bo' });
    expect(await api.read('/policies/seen')).toMatchObject({ body: { draft: null, inForce: null, nextVersion: 1 } });
  });

  it('take the names of secrets that sign webhooks, and no secrets', async () => {
    const people = (webhook: object) => {
      const content = { people: [{ personId: 'bo', name: 'Bo', language: 'en', webhook }] };
      return { version: 1, by: 'anna', kind: 'recipients', title: text('People'), content };
    };
    const named = { url: 'https://example.com/hook', secretName: 'desk' };
    const told = people({ ...named, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
    expect(await api.request('POST', '/policies/people/drafts', { body: told })).toMatchObject({
      status: 422,
      body: { detail: 'DraftPolicy is not valid: content.people[0].webhook.secret is not a field here' },
    });
    await api.write('/policies/people/drafts', people(named));
    expect(await api.read('/policies/people')).toMatchObject({
      body: { draft: { content: { people: [{ webhook: named }] } } },
    });
  });
});
