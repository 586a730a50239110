import { CommandExecutor } from '@tenure/event-store';
import type { StageEntered } from '@tenure/lifecycle-contract';
import { lifecycleAggregate } from '@tenure/lifecycle-service';
import { startTestApi, type TestApi } from './testing/api.fixture';

const policy = { policyId: 'lifecycle', version: 1 };
type Entering = readonly [stage: StageEntered['stage'], enteredAt: string];

describe('lifecycles over HTTP', () => {
  let api: TestApi;
  let newest: string;
  const numbers = new Map<string, number>();

  async function enter(customerId: string, ...entered: readonly Entering[]): Promise<void> {
    const executor = new CommandExecutor(api.client);
    let from: StageEntered['from'] = 'none';
    for (const [stage, enteredAt] of entered) {
      const firstNumber = (numbers.get(customerId) ?? 0) + 1;
      numbers.set(customerId, firstNumber);
      const why = {
        ruleId: `to-${stage}`,
        inputs: { orders: 1 },
        reason: { zh: '因为', en: 'because' },
        cause: 'time',
      };
      const verdicts = [
        { type: 'StageEntered', data: { customerId, policy, stage, from, ...why, enteredAt } },
      ] as const;
      const command = { type: 'RecordLifecycle', customerId, firstNumber, verdicts, occurredAt: enteredAt } as const;
      const context = { commandId: `${customerId}-${firstNumber}`, correlationId: 'c', actor: 'test', source: 'test' };
      const outcome = await executor.execute(lifecycleAggregate, command, context);
      if (outcome.status === 'rejected') throw new Error(outcome.code);
      newest = `${outcome.position}`;
      from = stage;
    }
  }

  const order = (purchaseId: string, customerId: string, occurredAt: string) =>
    api.write('/purchases', {
      purchaseId,
      customerId,
      lines: [{ sku: 'P-1', quantity: 1, unitPrice: '10.00' }],
      total: { amountMinor: 1_000, currency: 'CNY' },
      occurredAt,
    });

  beforeAll(async () => {
    api = await startTestApi();
    await order('p-1', 'k-1', '2024-01-05T00:00:00Z');
    await order('p-2', 'k-1', '2024-02-05T00:00:00Z');
    await order('p-3', 'k-2', '2024-01-31T23:00:00Z');
    await api.write('/purchases/p-2/cancellation', { reason: 'late', occurredAt: '2024-02-06T00:00:00Z' });
    await enter('k-1', ['activation', '2024-01-05T00:00:00Z'], ['maintenance', '2024-02-05T00:00:00Z']);
    await enter(
      'k-2',
      ['activation', '2024-01-31T23:00:00Z'],
      ['churn-warning', '2024-04-01T00:00:00Z'],
      ['churned', '2024-05-01T00:00:00Z'],
      ['won-back', '2024-06-15T00:00:00Z'],
    );
  });
  afterAll(() => api.close());

  const read = async (path: string, query: Readonly<Record<string, string>> = {}) =>
    (await api.read(path, { waitFor: newest, ...query })).body;

  it('shows how many are in each stage, now and then', async () => {
    expect(await read('/lifecycle/board')).toMatchObject({
      customers: 2,
      stages: [
        { stage: 'activation', customers: 0 },
        { stage: 'maintenance', customers: 1 },
        { stage: 'churn-warning', customers: 0 },
        { stage: 'won-back', customers: 1 },
        { stage: 'churned', customers: 0 },
      ],
      cells: [
        { stage: 'maintenance', tier: null, band: null, customers: 1 },
        { stage: 'won-back', tier: null, band: null, customers: 1 },
      ],
    });
    expect(await read('/lifecycle/board', { at: '2024-05-02T00:00:00+08:00' })).toMatchObject({
      at: '2024-05-02T00:00:00+08:00',
      customers: 2,
      cells: [
        { stage: 'maintenance', customers: 1 },
        { stage: 'churned', customers: 1 },
      ],
    });
    expect(await read('/lifecycle/board', { at: '2024-01-20T00:00:00Z' })).toMatchObject({ customers: 1 });
  });

  it('lists customers by stage, page by page', async () => {
    const first = await read('/lifecycle/customers', { limit: '1' });
    expect(first).toMatchObject({
      items: [{ customerId: 'k-2', stage: 'won-back', since: '2024-06-15T00:00:00.000Z', nextReviewAt: null }],
    });
    expect(await read('/lifecycle/customers', { limit: '1', cursor: String(first['next']) })).toMatchObject({
      items: [{ customerId: 'k-1', reason: { zh: '因为', en: 'because' } }],
    });
    expect(await read('/lifecycle/customers', { stage: 'churned' })).toEqual({ items: [] });
    expect(await read('/lifecycle/customers', { tier: 'A', band: 'high' })).toEqual({ items: [] });
  });

  it('says why a customer is in a stage, and what was before', async () => {
    expect(await read('/customers/k-2/lifecycle')).toMatchObject({
      stage: 'won-back',
      arrivedAt: '2024-01-31T23:00:00.000Z',
      churnedAt: '2024-05-01T00:00:00.000Z',
      stays: [
        { stage: 'won-back', from: 'churned', ruleId: 'to-won-back', policyVersion: 1, inputs: { orders: 1 } },
        { stage: 'churned' },
        { stage: 'churn-warning' },
        { stage: 'activation', from: 'none' },
      ],
    });
    const { status } = await api.read('/customers/nobody/lifecycle');
    expect(status).toBe(404);
  });

  it('shows the flows month by month, and the stages they lead to', async () => {
    const { months } = await read('/lifecycle/flows', { from: '2024-02', to: '2024-05' });
    expect(months).toMatchObject([
      { month: '2024-02', flows: [{ from: 'activation', to: 'maintenance', customers: 1 }] },
      { month: '2024-03', flows: [] },
      { month: '2024-04', flows: [{ from: 'activation', to: 'churn-warning', customers: 1 }] },
      {
        month: '2024-05',
        flows: [{ from: 'churn-warning', to: 'churned', customers: 1 }],
        stages: [
          { stage: 'activation', customers: 0 },
          { stage: 'maintenance', customers: 1 },
          { stage: 'churn-warning', customers: 0 },
          { stage: 'won-back', customers: 0 },
          { stage: 'churned', customers: 1 },
        ],
      },
    ]);
  });

  it('follows cohorts by first order and by arrival', async () => {
    const january = (month: string, age: number, kept: number, ordering: number) => ({
      month,
      age,
      kept,
      keptPercent: kept * 50,
      ordering,
      orderingPercent: ordering * 50,
    });
    const months = [
      january('2024-01', 0, 2, 2),
      // The second order of k-1 was called off.
      january('2024-02', 1, 2, 0),
      january('2024-03', 2, 2, 0),
      january('2024-04', 3, 2, 0),
      january('2024-05', 4, 1, 0),
      january('2024-06', 5, 2, 0),
    ];
    for (const by of ['first-order', 'arrival']) {
      expect(await read('/lifecycle/cohorts', { by, to: '2024-06' })).toEqual({
        by,
        cohorts: [{ cohort: '2024-01', customers: 2, months }],
      });
    }
  });

  it('tells how long customers stay', async () => {
    const at = '2024-06-30T00:00:00Z';
    const view = await read('/lifecycle/retention', { at });
    expect(view).toMatchObject({ at, customers: 2, churned: 1, confidence: 0.95 });
    expect(view['steps']).toMatchObject([{ days: 90, atRisk: 2, churned: 1, survival: 0.5 }]);
    expect(await read('/lifecycle/retention', { at: '2024-04-30T00:00:00Z' })).toMatchObject({ churned: 0, steps: [] });
    expect(await read('/lifecycle/retention', { at, tier: 'A' })).toMatchObject({ customers: 0 });
    expect(await read('/lifecycle/retention', { at, from: '2024-02' })).toMatchObject({ customers: 0 });
  });

  it('hands all of it out as tables', async () => {
    const csv = async (path: string, query: string): Promise<readonly string[]> => {
      const answer = await fetch(`${api.url}${path}?language=en&${query}`);
      expect(answer.status).toBe(200);
      return (await answer.text()).replace('\ufeff', '').split('\r\n').slice(0, 2);
    };
    expect(await csv('/lifecycle/board/table', '')).toEqual(['Stage,Tier,Risk,Customers', 'Maintenance,,,1']);
    expect((await csv('/lifecycle/customers/table', 'stage=maintenance'))[1]).toMatch(/^k-1,Maintenance,2024-02-05/);
    expect((await csv('/lifecycle/flows/table', 'to=2024-01'))[1]).toBe('2024-01,(new),Activation,2');
    expect((await csv('/lifecycle/cohorts/table', 'to=2024-01'))[1]).toBe('2024-01,2,2024-01,0,2,100,2,100');
    expect((await csv('/lifecycle/retention/table', 'at=2024-06-30T00:00:00Z'))[1]).toMatch(/^90,2,1,0.5,/);
  });

  it('refuses what is no month, no stage and no time', async () => {
    for (const [path, query] of [
      ['/lifecycle/flows', { from: '2024-13' }],
      ['/lifecycle/customers', { stage: 'lost' }],
      ['/lifecycle/board', { at: 'yesterday' }],
      ['/lifecycle/cohorts', { by: 'name' }],
    ] as const) {
      expect((await api.read(path, query)).status).toBe(400);
    }
  });
});
