import { opening, registering, startTestApi, type TestApi } from './testing/api.fixture';

describe('reads over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('has the queue of complaints by status and owner, the oldest first', async () => {
    const at = (day: string) => ({ occurredAt: `2012-01-${day}T09:00:00Z`, customerId: 'queue' });
    await api.write('/complaints', { ...opening('q-2'), ...at('02') });
    await api.write('/complaints', { ...opening('q-1'), ...at('01') });
    await api.write('/complaints', { ...opening('q-3'), ...at('03'), receivedBy: 'chen' });
    const waitFor = await api.write('/complaints/q-2/resolution', { by: 'anna', remedy: 'refund' });
    const idsOf = async (query: Record<string, string>) => {
      const { body } = await api.read('/complaints', { customerId: 'queue', waitFor, ...query });
      return Array.isArray(body['items'])
        ? body['items'].map((item: { complaintId: string }) => item.complaintId)
        : body;
    };
    expect(await idsOf({})).toEqual(['q-1', 'q-2', 'q-3']);
    expect(await idsOf({ status: 'open' })).toEqual(['q-1', 'q-3']);
    expect(await idsOf({ owner: 'chen' })).toEqual(['q-3']);
    expect(await idsOf({ first: 'newest' })).toEqual(['q-3', 'q-2', 'q-1']);
    const page = await api.read('/complaints', { customerId: 'queue', limit: '1' });
    expect(await idsOf({ limit: '1', cursor: String(page.body['next']) })).toEqual(['q-2']);
    expect(await api.read('/complaints/q-2')).toMatchObject({
      body: { status: 'resolved', remedy: 'refund', owner: 'anna' },
    });
    expect(await api.read('/complaints/none')).toMatchObject({ status: 404 });
  });

  it('explains a tier, and counts tiers over time', async () => {
    const waitFor = await api.write('/customers/tiered/tier/override', {
      tier: 'A',
      by: 'dora',
      reason: 'Benchmark customer',
      until: '2013-01-01T00:00:00Z',
      occurredAt: '2012-05-15T00:00:00Z',
    });
    expect(await api.read('/customers/tiered/tier')).toMatchObject({
      body: {
        tier: 'A',
        reasons: ['Benchmark customer'],
        overriddenUntil: '2013-01-01T00:00:00Z',
        changes: [{ type: 'TierOverridden', by: 'dora', from: null, to: 'A', position: waitFor }],
      },
    });
    expect(await api.read('/tiers/distribution', { waitFor, at: '2012-06-30' })).toMatchObject({
      body: {
        at: '2012-06-30',
        tiers: [{ tier: 'A', customers: 1 }],
        months: [
          { month: '2012-05', tiers: [{ tier: 'A', customers: 1 }] },
          { month: '2012-06', tiers: [{ tier: 'A', customers: 1 }] },
        ],
      },
    });
    expect(await api.read('/tiers/distribution', { at: '2012-05-14' })).toMatchObject({ body: { tiers: [] } });
    expect(await api.read('/customers/never/tier')).toMatchObject({ status: 404 });
  });

  it('names the wrong parameter', async () => {
    const wrong = [
      ['/customers', { limit: '0' }, 'limit'],
      ['/customers', { limit: '1e9' }, 'limit'],
      ['/customers', { colour: 'red' }, 'colour'],
      ['/customers', { text: '\0' }, 'text'],
      ['/customers', { cursor: 'nonsense' }, 'cursor'],
      ['/customers', { waitFor: '-1' }, 'waitFor'],
      ['/customers', { waitFor: '9223372036854775808' }, 'waitFor'],
      ['/customers/x', { asOf: '2011-02-30T00:00:00Z' }, 'asOf'],
      ['/customers/x', { asOfPosition: 'ten' }, 'asOfPosition'],
      ['/customers/%00', {}, 'customerId'],
      ['/complaints', { status: 'lost' }, 'status'],
      ['/tiers/distribution', { at: '2262-01-01' }, 'at'],
    ] as const;
    for (const [path, query, name] of wrong) {
      expect(await api.read(path, query)).toMatchObject({
        status: 400,
        mediaType: 'application/problem+json',
        body: { errors: [{ path: name }] },
      });
    }
  });

  it('says how far the projections are, and rebuilds one', async () => {
    const waitFor = await api.write('/customers', registering('rebuilt'));
    await api.read('/customers/rebuilt', { waitFor });
    const answer = await fetch(`${api.url}/projections`);
    const statuses: unknown = await answer.json();
    for (const name of [
      'customer-overview',
      'customer-timeline',
      'complaint-queue',
      'tier-distribution',
      'policy-list',
    ]) {
      expect(statuses).toContainEqual(expect.objectContaining({ name, state: 'running', version: expect.any(Number) }));
    }
    expect(await api.request('POST', '/projections/customer-overview/rebuild')).toMatchObject({ status: 202 });
    expect(await api.request('POST', '/projections/nonsense/rebuild')).toMatchObject({ status: 404 });
    expect(await api.read('/customers/rebuilt')).toMatchObject({ status: 200, body: { customerId: 'rebuilt' } });
  });

  it('is ready while everything is there', async () => {
    const waitFor = await api.write('/customers', registering('ready'));
    await api.read('/customers/ready', { waitFor });
    expect(await api.request('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: [{ name: 'event-store' }, { name: 'postgresql' }, { name: 'projections' }] },
    });
  });

  it('answers 504 and names the projection when the position is not reached in time', async () => {
    const impatient = await startTestApi({ waitForLimitMs: 50 });
    try {
      const answer = await impatient.request('GET', '/customers?waitFor=999999999');
      expect(answer).toMatchObject({
        status: 504,
        mediaType: 'application/problem+json',
        body: { type: 'urn:tenure:problem:not-reached-yet', lagging: [{ projection: 'customer-overview' }] },
      });
      expect(answer.headers.get('retry-after')).toBe('1');
    } finally {
      await impatient.close();
    }
  });
});
