import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

describe('remedies over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
  });
  afterAll(() => api.close());

  const grant = (remedyId: string, amountMinor: number, more: object = {}) =>
    api.request('POST', '/people/anna/remedies', {
      body: {
        remedyId,
        complaintId: 'c-1',
        customerId: 'k-1',
        reason: 'late-delivery',
        amount: { amountMinor, currency: 'CNY' },
        ...more,
      },
    });

  it('gives the standard and the discretion at once, and keeps a ledger of the latter', async () => {
    expect(await grant('r-1', 5_000)).toMatchObject({ status: 201 });
    const { body } = await grant('r-2', 5_500);
    const waitFor = String(body['position']);
    expect(await api.read('/remedies', { complaintId: 'c-1', waitFor })).toMatchObject({
      status: 200,
      body: {
        items: [
          { remedyId: 'r-1', status: 'granted', discretionMinor: 0 },
          { remedyId: 'r-2', status: 'granted', discretionMinor: 500, period: '2024-05', policyVersion: 1 },
        ],
      },
    });
    expect(await api.read('/people/anna/discretion', { waitFor })).toMatchObject({
      body: {
        period: '2024-05',
        currency: 'CNY',
        discretionPercent: 10,
        budgetMinor: 100_000,
        spentMinor: 500,
        remainingMinor: 99_500,
        entries: [{ remedyId: 'r-2', amountMinor: 500 }],
      },
    });
  });

  it('asks for approval beyond that, which only a named approver gives', async () => {
    const { body } = await grant('r-3', 9_000);
    const waitFor = String(body['position']);
    expect(await api.read('/remedies', { status: 'waiting', waitFor })).toMatchObject({
      body: { items: [{ remedyId: 'r-3', because: 'beyond-discretion' }] },
    });
    const refused = await api.request('POST', '/people/anna/remedies/r-3/approval', { body: { by: 'bo' } });
    expect(refused).toMatchObject({ status: 403, body: { type: 'urn:tenure:problem:remedy-approver-not-authorised' } });
    const approved = await api.write('/people/anna/remedies/r-3/approval', { by: 'service-manager' });
    expect(await api.read('/remedies', { personId: 'anna', status: 'granted', waitFor: approved })).toMatchObject({
      body: { items: [{ remedyId: 'r-1' }, { remedyId: 'r-2' }, { remedyId: 'r-3', decidedBy: 'service-manager' }] },
    });
  });

  it('refuses another currency, and a reason that the table does not have', async () => {
    expect(await grant('r-4', 1, { amount: { amountMinor: 1, currency: 'USD' } })).toMatchObject({
      status: 422,
      body: { type: 'urn:tenure:problem:remedy-in-another-currency' },
    });
    expect(await grant('r-4', 1, { reason: 'bad-mood' })).toMatchObject({
      status: 422,
      body: { type: 'urn:tenure:problem:remedy-reason-not-in-table', detail: expect.stringContaining('late-delivery') },
    });
  });

  it('lets no remedies asked for at once overspend a budget', async () => {
    const at = '2024-07-01T09:00:00+08:00';
    api.time.now = '2024-07-01T01:00:00.000Z';
    const more = { reason: 'damaged-goods', occurredAt: at };
    const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => grant(`many-${index}`, 11_000, more)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const waitFor = String(Math.max(...answers.map(({ body }) => Number(body['position']))));
    const { body } = await api.read('/people/anna/discretion', { at, waitFor });
    expect(body).toMatchObject({ period: '2024-07', spentMinor: 100_000, remainingMinor: 0 });
    expect(body['entries']).toHaveLength(100);
    const waiting = await api.read('/remedies', { status: 'waiting', limit: '100', waitFor });
    expect(waiting.body['items']).toHaveLength(20);
  });
});
