import { type TestApi, opening, startTestApi } from './testing/api.fixture';

const registering = (customerId: string, fields: object = {}) => ({
  customerId,
  name: `Customer ${customerId}`,
  country: 'United Kingdom',
  fieldSource: 'web-form',
  occurredAt: '2011-01-10T09:00:00Z',
  ...fields,
});
const buying = (purchaseId: string, customerId: string, occurredAt: string, amountMinor: number) => ({
  purchaseId,
  customerId,
  lines: [{ sku: '85123A', description: 'Light holder', quantity: 1, unitPrice: '2.55' }],
  total: { amountMinor, currency: 'GBP' },
  occurredAt,
});

describe('reads over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ waitForLimitMs: 5_000 });
  });
  afterAll(() => api.close());

  /** Carries a command out, and hands out the position to wait for. */
  const write = async (path: string, body: object, method = 'POST'): Promise<string> => {
    const answer = await api.request(method, path, { body });
    expect(answer).toMatchObject({ status: 201 });
    return String(answer.body['position']);
  };
  const read = (path: string, query: Record<string, string> = {}) =>
    api.request('GET', `${path}?${new URLSearchParams(query).toString()}`);

  it('sees its own write when it waits for it', async () => {
    for (const name of ['First', 'Second', 'Third']) {
      const waitFor = await write('/customers', registering(`own-${name}`, { name }));
      expect(await read(`/customers/own-${name}`, { waitFor })).toMatchObject({
        status: 200,
        body: { customerId: `own-${name}`, name, country: 'United Kingdom', tier: null, position: waitFor },
      });
    }
  });

  it('takes the position as a header too', async () => {
    const position = await write('/customers', registering('header'));
    const headers = { 'X-Wait-For-Position': position };
    expect(await api.request('GET', '/customers/header', { headers })).toMatchObject({ status: 200 });
  });

  it('tells what is known of a customer now, and as of a moment', async () => {
    await write('/customers', registering('moments', { name: 'Old name' }));
    await write('/purchases', buying('m-1', 'moments', '2011-02-01T10:00:00Z', 12_50));
    const between = await write('/purchases', buying('m-2', 'moments', '2011-06-01T10:00:00Z', 20_00));
    const waitFor = await write(
      '/customers/moments',
      { name: 'New name', fieldSource: 'service', occurredAt: '2011-03-01T00:00:00Z' },
      'PATCH',
    );
    expect(await read('/customers/moments', { waitFor })).toMatchObject({
      body: { name: 'New name', purchases: 2, totalSpendMinor: 32_50, currency: 'GBP' },
    });
    expect(await read('/customers/moments', { waitFor, asOf: '2011-02-15T00:00:00+08:00' })).toMatchObject({
      status: 200,
      body: {
        asOf: '2011-02-15T00:00:00+08:00',
        profile: { name: 'Old name' },
        figures: { purchases: 1, totalSpendMinor: 12_50 },
        events: 2,
      },
    });
    expect(await read('/customers/moments', { asOf: '2011-03-15T00:00:00Z' })).toMatchObject({
      body: { profile: { name: 'New name' }, origins: { name: { fieldSource: 'service' } }, events: 3 },
    });
    expect(await read('/customers/moments', { asOfPosition: between })).toMatchObject({
      body: { profile: { name: 'Old name' }, figures: { purchases: 2 }, events: 3 },
    });
    expect(await read('/customers/moments', { asOf: '2010-01-01T00:00:00Z' })).toMatchObject({ status: 404 });
  });

  it('has the whole history, in pages and in the order of the log', async () => {
    await write('/customers', registering('history'));
    await write('/purchases', buying('h-1', 'history', '2011-02-01T10:00:00Z', 5_00));
    await write('/complaints', { ...opening('h-1'), customerId: 'history' });
    const waitFor = await write('/complaints/h-1/acceptance', { by: 'bo' });
    const whole = await read('/customers/history/history', { waitFor });
    expect(whole.body['items']).toMatchObject([
      { type: 'CustomerRegistered', stream: 'customer-history', revision: '0', data: { fieldSource: 'web-form' } },
      { type: 'PurchaseRecorded', metadata: { customerId: 'history', occurredAt: '2011-02-01T10:00:00Z' } },
      { type: 'ComplaintOpened', stream: 'complaint-h-1' },
      { type: 'ComplaintAccepted', position: waitFor },
    ]);
    const first = await read('/customers/history/history', { limit: '3' });
    expect(first.body['items']).toHaveLength(3);
    const rest = await read('/customers/history/history', { limit: '3', cursor: String(first.body['next']) });
    expect(rest.body).toEqual({ items: [expect.objectContaining({ type: 'ComplaintAccepted' })] });
    const timeline = await read('/customers/history/timeline', { limit: '1' });
    expect(timeline.body['items']).toMatchObject([{ summary: 'Complaint accepted by bo from anna' }]);
  });

  it('lists customers by tier, country and text, page by page', async () => {
    await write('/customers', registering('list-1', { country: 'Norway', name: '100% Wool' }));
    await write('/customers', registering('list-2', { country: 'Norway', name: '100 Days' }));
    const waitFor = await write('/customers', registering('list-3', { country: 'Norway' }));
    const idsOf = (items: unknown) =>
      Array.isArray(items) ? items.map((item: { customerId: string }) => item.customerId) : [];
    const first = await read('/customers', { waitFor, country: 'Norway', limit: '2' });
    expect(idsOf(first.body['items'])).toEqual(['list-1', 'list-2']);
    const second = await read('/customers', { country: 'Norway', limit: '2', cursor: String(first.body['next']) });
    expect(idsOf(second.body['items'])).toEqual(['list-3']);
    expect(second.body['next']).toBeUndefined();
    expect(idsOf((await read('/customers', { country: 'Norway', text: '100%' })).body['items'])).toEqual(['list-1']);
    expect(idsOf((await read('/customers', { country: 'Norway', tier: 'none' })).body['items'])).toHaveLength(3);
    expect(idsOf((await read('/customers', { country: 'Norway', tier: 'A' })).body['items'])).toEqual([]);
  });

  it('has the queue of complaints by status and owner, the oldest first', async () => {
    const at = (day: string) => ({ occurredAt: `2012-01-${day}T09:00:00Z`, customerId: 'queue' });
    await write('/complaints', { ...opening('q-2'), ...at('02') });
    await write('/complaints', { ...opening('q-1'), ...at('01') });
    await write('/complaints', { ...opening('q-3'), ...at('03'), receivedBy: 'chen' });
    const waitFor = await write('/complaints/q-2/resolution', { by: 'anna', remedy: 'refund' });
    const idsOf = async (query: Record<string, string>) => {
      const { body } = await read('/complaints', { customerId: 'queue', waitFor, ...query });
      return Array.isArray(body['items'])
        ? body['items'].map((item: { complaintId: string }) => item.complaintId)
        : body;
    };
    expect(await idsOf({})).toEqual(['q-1', 'q-2', 'q-3']);
    expect(await idsOf({ status: 'open' })).toEqual(['q-1', 'q-3']);
    expect(await idsOf({ owner: 'chen' })).toEqual(['q-3']);
    expect(await idsOf({ first: 'newest' })).toEqual(['q-3', 'q-2', 'q-1']);
    const page = await read('/complaints', { customerId: 'queue', limit: '1' });
    expect(await idsOf({ limit: '1', cursor: String(page.body['next']) })).toEqual(['q-2']);
    expect(await read('/complaints/q-2')).toMatchObject({
      body: { status: 'resolved', remedy: 'refund', owner: 'anna' },
    });
    expect(await read('/complaints/none')).toMatchObject({ status: 404 });
  });

  it('explains a tier, and counts tiers over time', async () => {
    const waitFor = await write('/customers/tiered/tier/override', {
      tier: 'A',
      by: 'dora',
      reason: 'Benchmark customer',
      until: '2013-01-01T00:00:00Z',
      occurredAt: '2012-05-15T00:00:00Z',
    });
    expect(await read('/customers/tiered/tier')).toMatchObject({
      body: {
        tier: 'A',
        reasons: ['Benchmark customer'],
        overriddenUntil: '2013-01-01T00:00:00Z',
        changes: [{ type: 'TierOverridden', by: 'dora', from: null, to: 'A', position: waitFor }],
      },
    });
    expect(await read('/tiers/distribution', { waitFor, at: '2012-06-30' })).toMatchObject({
      body: {
        at: '2012-06-30',
        tiers: [{ tier: 'A', customers: 1 }],
        months: [
          { month: '2012-05', tiers: [{ tier: 'A', customers: 1 }] },
          { month: '2012-06', tiers: [{ tier: 'A', customers: 1 }] },
        ],
      },
    });
    expect(await read('/tiers/distribution', { at: '2012-05-14' })).toMatchObject({ body: { tiers: [] } });
    expect(await read('/customers/never/tier')).toMatchObject({ status: 404 });
  });

  it('publishes a policy and hands it out', async () => {
    const policy = {
      policyId: 'value',
      version: 1,
      effectiveFrom: '2011-01-01T00:00:00Z',
      currency: 'GBP',
      spendWindow: { unit: 'months', length: 12 },
      tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 100_000 }] }] }],
      defaultTier: 'C',
    };
    await write('/tiers/policies', policy);
    const answer = await fetch(`${api.url}/tiers/policies?policyId=value`);
    expect(await answer.json()).toMatchObject([policy]);
    expect(await api.request('POST', '/tiers/policies', { body: { ...policy, version: 3 } })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:tier-policy-version-not-next' },
    });
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
      expect(await read(path, query)).toMatchObject({
        status: 400,
        mediaType: 'application/problem+json',
        body: { errors: [{ path: name }] },
      });
    }
  });

  it('says how far the projections are, and rebuilds one', async () => {
    const waitFor = await write('/customers', registering('rebuilt'));
    await read('/customers/rebuilt', { waitFor });
    const answer = await fetch(`${api.url}/projections`);
    expect(await answer.json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'customer-overview', state: 'running', lagEvents: expect.any(Number) }),
        expect.objectContaining({ name: 'complaint-queue' }),
      ]),
    );
    expect(await api.request('POST', '/projections/customer-overview/rebuild')).toMatchObject({ status: 202 });
    expect(await api.request('POST', '/projections/nonsense/rebuild')).toMatchObject({ status: 404 });
    expect(await read('/customers/rebuilt')).toMatchObject({ status: 200, body: { customerId: 'rebuilt' } });
  });

  it('is ready while everything is there', async () =>
    expect(await api.request('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: [{ name: 'event-store' }, { name: 'postgresql' }, { name: 'projections' }] },
    }));

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
