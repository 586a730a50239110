import { commandApplication } from '@tenure/composition';
import { RecordPurchase } from '@tenure/purchase-contract';
import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

const DAY_MS = 86_400_000;
const START = Date.UTC(2023, 0, 2, 9);
const CUSTOMERS = 60;

/** Half of the customers order every two weeks or so to this day, half stop one after the other on the way. */
describe('churn over HTTP', () => {
  let api: TestApi;
  let newest: string;

  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
    newest = await recordPurchases();
  });
  afterAll(() => api.close());

  async function recordPurchases(): Promise<string> {
    const application = await commandApplication(api.client);
    let position = 0n;
    await Promise.all(
      Array.from({ length: CUSTOMERS }, async (_, index) => {
        const lastDay = index % 2 === 0 ? 480 : 40 + ((index * 37) % 400);
        const every = 14 + (index % 7);
        for (let day = 0; day < lastDay; day += every) {
          const outcome = await application.sender.send(purchase(`k-${index}`, START + day * DAY_MS), {
            commandId: `k-${index}-${day}`,
            correlationId: `k-${index}`,
            actor: 'test',
            source: 'test',
          });
          if (outcome.status === 'accepted' && outcome.position > position) position = outcome.position;
        }
      }),
    );
    await application.close();
    return `${position}`;
  }

  function purchase(customerId: string, atMs: number): RecordPurchase {
    const occurredAt = new Date(atMs).toISOString();
    const lines = [{ sku: 's-1', quantity: 1, unitPrice: '10.00' }];
    const total = { amountMinor: 1_000, currency: 'CNY' };
    return Object.assign(new RecordPurchase(), {
      purchaseId: `${customerId}-${atMs}`,
      customerId,
      lines,
      total,
      occurredAt,
    });
  }

  const post = (path: string, body: object) => api.request('POST', path, { body });
  const policies = '/policies/churn-model';

  it('says how likely a customer is lost and why, by the scorecard that the platform comes with', async () => {
    const { body } = await api.read('/customers/k-1/risk', { waitFor: newest });
    expect(body).toMatchObject({
      customerId: 'k-1',
      model: { policyId: 'churn-model', version: 1, method: 'scorecard' },
      band: 'high',
      explanation: { unit: 'points', base: 30 },
      alive: null,
      entered: null,
    });
    const { explanation } = body as unknown as Explained;
    expect(explanation.contributions.map(({ of }) => of)).toContain('rhythm');
    const sum = explanation.contributions.reduce((points, { amount }) => points + amount, explanation.base);
    expect(sum).toBe(explanation.total);
    expect((await api.read('/customers/nobody/risk')).status).toBe(404);
  });

  it('fits a model to the history before a day, as a draft, and judges it on what came after', async () => {
    const fit = await post('/churn/fit', { method: 'logistic', until: '2024-01-01', horizonDays: 60, by: 'li' });
    expect(fit).toMatchObject({
      status: 201,
      body: {
        version: 2,
        horizonDays: 60,
        share: 1,
        model: { method: 'logistic', fitted: { until: '2024-01-01' } },
        days: ['2023-11-02', '2023-10-03', '2023-09-03', '2023-08-04', '2023-07-05', '2023-06-05'],
      },
    });
    const policy = await api.read(policies);
    expect(policy.body).toMatchObject({
      draft: { version: 2, content: { model: fit.body['model'], horizonDays: 60 } },
    });

    const compared = await post(`${policies}/compare`, { version: 2, by: 'li' });
    expect(compared.body).toMatchObject({ comparison: { of: 'customers', looked: CUSTOMERS } });

    const judged = await post('/churn/evaluate', { at: '2024-01-01' });
    expect(judged).toMatchObject({
      status: 200,
      body: {
        at: '2024-01-01',
        outcomeBy: '2024-03-01',
        version: 2,
        isDraft: true,
        method: 'logistic',
        customers: CUSTOMERS,
      },
    });
    const { candidates } = judged.body as unknown as { candidates: Evaluated[] };
    expect(candidates.map(({ candidate }) => candidate)).toEqual(['model', 'recency', 'scorecard']);
    for (const { area, brier, calibration } of candidates) {
      expect(area.area).toBeGreaterThan(0.8);
      expect(brier).toBeLessThan(0.25);
      expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(CUSTOMERS);
    }
  });

  it('scores by the model once it is published, and says which it was', async () => {
    const before = await api.read('/customers/k-0/risk', { waitFor: newest });
    expect(before.body).toMatchObject({ model: { version: 1 } });
    const position = await api.write(`${policies}/publish`, { version: 2, effectiveFrom: api.time.now, by: 'li' });
    const { body } = await api.read('/customers/k-0/risk', { waitFor: position });
    expect(body).toMatchObject({ model: { version: 2, method: 'logistic' }, explanation: { unit: 'log-odds' } });
    const models = await api.request('GET', '/churn/models');
    expect(Object.values(models.body)).toMatchObject([
      { version: 1, method: 'scorecard', inForce: false, fitted: null },
      { version: 2, method: 'logistic', inForce: true, fitted: { until: '2024-01-01' } },
    ]);
  });

  it('fits how buyers buy, and tells the probability that one is alive', async () => {
    await api.write('/churn/fit', { method: 'mbg-nbd', until: '2024-01-01', horizonDays: 60, by: 'li' });
    const judged = await post('/churn/evaluate', { at: '2024-01-01' });
    const { candidates } = judged.body as unknown as { candidates: Evaluated[] };
    expect(candidates.map(({ candidate }) => candidate)).toEqual(['model', 'not-alive', 'recency', 'scorecard']);
    const position = await api.write(`${policies}/publish`, { version: 3, effectiveFrom: later(1), by: 'li' });
    api.time.now = later(2);
    const { body } = await api.read('/customers/k-0/risk', { waitFor: position });
    expect(body).toMatchObject({ model: { version: 3, method: 'mbg-nbd' }, explanation: { unit: 'percent' } });
    expect(body['alive']).toBeGreaterThan(0.5);
    const gone = await api.read('/customers/k-1/risk');
    expect(gone.body['alive']).toBeLessThan(0.1);
  });

  const later = (minutes: number) => new Date(Date.parse('2024-05-01T01:30:00.000Z') + minutes * 60_000).toISOString();

  it.each([
    [409, 'churn-model-saw-the-outcome', '/churn/evaluate', { at: '2023-12-31', version: 2 }],
    [409, 'churn-outcome-not-over', '/churn/evaluate', { at: '2024-04-01', version: 1 }],
    [404, 'churn-model-not-found', '/churn/evaluate', { at: '2024-01-01', version: 9 }],
    [422, 'churn-nobody-to-judge', '/churn/evaluate', { at: '2022-01-01', version: 1 }],
    [422, 'invalid-command', '/churn/evaluate', { at: 'yesterday' }],
    [422, 'churn-period-too-short', '/churn/fit', { method: 'logistic', until: '2023-01-20', by: 'li' }],
    [
      422,
      'churn-period-too-short',
      '/churn/fit',
      { method: 'logistic', from: '2023-12-31', until: '2024-01-20', by: 'li' },
    ],
    [409, 'churn-outcome-not-over', '/churn/fit', { method: 'logistic', until: '2024-05-02', by: 'li' }],
    [422, 'invalid-command', '/churn/fit', { method: 'scorecard', by: 'li' }],
  ])('refuses with %i %s at %s', async (status, code, path, body) =>
    expect(await post(path, body)).toMatchObject({ status, body: { type: `urn:tenure:problem:${code}` } }),
  );

  it('fits the same under the same key once', async () => {
    const headers = { 'idempotency-key': 'fit-once' };
    const body = { method: 'logistic', until: '2024-01-01', horizonDays: 60, by: 'li', occurredAt: later(0) };
    const first = await api.request('POST', '/churn/fit', { body, headers });
    const again = await api.request('POST', '/churn/fit', { body, headers });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toMatchObject({ status: 'known', version: 4, position: first.body['position'] });
  });
});

interface Explained {
  readonly explanation: {
    readonly base: number;
    readonly total: number;
    readonly contributions: readonly { readonly of: string; readonly amount: number }[];
  };
}

interface Evaluated {
  readonly candidate: string;
  readonly area: { readonly area: number };
  readonly brier: number;
  readonly calibration: readonly { readonly n: number }[];
}
