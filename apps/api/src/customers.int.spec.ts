import { opening, registering, startTestApi, type TestApi } from './testing/api.fixture';

const buying = (purchaseId: string, customerId: string, occurredAt: string, amountMinor: number) => ({
  purchaseId,
  customerId,
  lines: [{ sku: '85123A', description: 'Light holder', quantity: 1, unitPrice: '2.55' }],
  total: { amountMinor, currency: 'GBP' },
  occurredAt,
});

describe('customers over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('sees its own write when it waits for it', async () => {
    for (const name of ['First', 'Second', 'Third']) {
      const waitFor = await api.write('/customers', registering(`own-${name}`, { name }));
      expect(await api.read(`/customers/own-${name}`, { waitFor })).toMatchObject({
        status: 200,
        body: { customerId: `own-${name}`, name, country: 'United Kingdom', tier: null, position: waitFor },
      });
    }
  });

  it('takes the position as a header too', async () => {
    const position = await api.write('/customers', registering('header'));
    const headers = { 'X-Wait-For-Position': position };
    expect(await api.request('GET', '/customers/header', { headers })).toMatchObject({ status: 200 });
  });

  it('tells what is known of a customer now, and as of a moment', async () => {
    await api.write('/customers', registering('moments', { name: 'Old name' }));
    await api.write('/purchases', buying('m-1', 'moments', '2011-02-01T10:00:00Z', 12_50));
    const between = await api.write('/purchases', buying('m-2', 'moments', '2011-06-01T10:00:00Z', 20_00));
    const waitFor = await api.write(
      '/customers/moments',
      { name: 'New name', fieldSource: 'service', occurredAt: '2011-03-01T00:00:00Z' },
      'PATCH',
    );
    expect(await api.read('/customers/moments', { waitFor })).toMatchObject({
      body: { name: 'New name', purchases: 2, totalSpendMinor: 32_50, currency: 'GBP' },
    });
    expect(await api.read('/customers/moments', { waitFor, asOf: '2011-02-15T00:00:00+08:00' })).toMatchObject({
      status: 200,
      body: {
        asOf: '2011-02-15T00:00:00+08:00',
        profile: { name: 'Old name' },
        figures: { purchases: 1, totalSpendMinor: 12_50 },
        events: 2,
      },
    });
    expect(await api.read('/customers/moments', { asOf: '2011-03-15T00:00:00Z' })).toMatchObject({
      body: { profile: { name: 'New name' }, origins: { name: { fieldSource: 'service' } }, events: 3 },
    });
    expect(await api.read('/customers/moments', { asOfPosition: between })).toMatchObject({
      body: { profile: { name: 'Old name' }, figures: { purchases: 2 }, events: 3 },
    });
    expect(await api.read('/customers/moments', { asOf: '2010-01-01T00:00:00Z' })).toMatchObject({ status: 404 });
  });

  it('has the whole history, in pages and in the order of the log', async () => {
    await api.write('/customers', registering('history'));
    await api.write('/purchases', buying('h-1', 'history', '2011-02-01T10:00:00Z', 5_00));
    await api.write('/complaints', { ...opening('h-1'), customerId: 'history' });
    const waitFor = await api.write('/complaints/h-1/acceptance', { by: 'bo' });
    const whole = await api.read('/customers/history/history', { waitFor });
    expect(whole.body['items']).toMatchObject([
      { type: 'CustomerRegistered', stream: 'customer-history', revision: '0', data: { fieldSource: 'web-form' } },
      { type: 'PurchaseRecorded', metadata: { customerId: 'history', occurredAt: '2011-02-01T10:00:00Z' } },
      { type: 'ComplaintOpened', stream: 'complaint-h-1' },
      { type: 'ComplaintAccepted', position: waitFor },
    ]);
    const first = await api.read('/customers/history/history', { limit: '3' });
    expect(first.body['items']).toHaveLength(3);
    const rest = await api.read('/customers/history/history', { limit: '3', cursor: String(first.body['next']) });
    expect(rest.body).toEqual({ items: [expect.objectContaining({ type: 'ComplaintAccepted' })] });
    const timeline = await api.read('/customers/history/timeline', { limit: '1' });
    expect(timeline.body['items']).toMatchObject([{ summary: 'Complaint accepted by bo from anna' }]);
    expect(await api.read('/customers/nobody/history')).toMatchObject({ status: 404 });
    expect(await api.read('/customers/nobody/timeline')).toMatchObject({ status: 404 });
  });

  it('lists customers by tier, country and text, page by page', async () => {
    await api.write('/customers', registering('list-1', { country: 'Norway', name: '100% Wool' }));
    await api.write('/customers', registering('list-2', { country: 'Norway', name: '100 Days' }));
    const waitFor = await api.write('/customers', registering('list-3', { country: 'Norway' }));
    const idsOf = (items: unknown) =>
      Array.isArray(items) ? items.map((item: { customerId: string }) => item.customerId) : [];
    const first = await api.read('/customers', { waitFor, country: 'Norway', limit: '2' });
    expect(idsOf(first.body['items'])).toEqual(['list-1', 'list-2']);
    const second = await api.read('/customers', { country: 'Norway', limit: '2', cursor: String(first.body['next']) });
    expect(idsOf(second.body['items'])).toEqual(['list-3']);
    expect(second.body['next']).toBeUndefined();
    expect(idsOf((await api.read('/customers', { country: 'Norway', text: '100%' })).body['items'])).toEqual([
      'list-1',
    ]);
    expect(idsOf((await api.read('/customers', { country: 'Norway', tier: 'none' })).body['items'])).toHaveLength(3);
    expect(idsOf((await api.read('/customers', { country: 'Norway', tier: 'A' })).body['items'])).toEqual([]);
  });
});
