import { startAutomation, type Automation } from '@tenure/automation';
import { until } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { registering, startTestApi, type TestApi } from './testing/api.fixture';

describe('policies over HTTP', () => {
  let api: TestApi;
  let automation: Automation;
  beforeAll(async () => {
    api = await startTestApi();
    const { client, dataSource, time } = api;
    const start = () => startAutomation({ client, dataSource, log: pino({ level: 'warn' }), now: () => time.now });
    // Two at once, as after a deployment: the defaults are published once all the same.
    const [first, second] = await Promise.all([start(), start()]);
    await second.close();
    automation = first;
  });
  afterAll(async () => {
    await automation.close();
    await api.close();
  });

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

  it('come with the platform, once each', async () => {
    const expected = [
      ['calendar', 'calendar-24x7'],
      ['calendar', 'calendar-contact-hours'],
      ['calendar', 'calendar-working-cn'],
      ['churn-model', 'churn-model'],
      ['contact-plan', 'contact-plan'],
      ['escalation', 'escalation'],
      ['holidays', 'holidays-CN'],
      ['improvement', 'improvement'],
      ['journey', 'journey-activation'],
      ['journey', 'journey-anniversary'],
      ['journey', 'journey-churn-warning'],
      ['journey', 'journey-maintenance'],
      ['lifecycle', 'lifecycle'],
      ['messaging', 'messaging'],
      ['recipients', 'recipients'],
      ['record-review', 'record-review'],
      ['remedy', 'remedy'],
      ['service-standard', 'service-standard'],
      ['survey', 'satisfaction'],
      ['survey', 'survey-after-service'],
      ['survey', 'survey-quarterly'],
      ['themes', 'themes'],
      ['tier', 'value-tier'],
    ];
    const { body } = await api.read('/policies/value-tier');
    expect(body).toMatchObject({
      inForce: { version: 1, by: 'tenure', content: { currency: 'CNY' } },
      draft: null,
      nextVersion: 2,
      steps: [{ type: 'PolicyPublished' }, { type: 'PolicyDrafted', by: 'tenure' }],
    });
    const [newest] = body['steps'] as { position: string }[];
    const waitFor = newest?.position ?? '';
    const list = await fetch(`${api.url}/policies?waitFor=${waitFor}`);
    const listed = (await list.json()) as {
      kind: string;
      policyId: string;
      versions: number;
      inForceVersion: number;
    }[];
    expect(listed.map(({ kind, policyId }) => [kind, policyId])).toEqual(expected);
    expect(listed.map(({ versions, inForceVersion }) => [versions, inForceVersion])).toEqual(
      expected.map(() => [1, 1]),
    );
  });

  it('go from draft to comparison to publication, and supersede one another', async () => {
    await api.write('/customers', registering('compared'));
    const total = { amountMinor: 50_000, currency: 'GBP' };
    const bought = { purchaseId: 'p-1', customerId: 'compared', total, occurredAt: '2024-04-01T00:00:00Z' };
    const lines = [{ sku: 'x', description: 'x', quantity: 1, unitPrice: '500' }];
    const position = BigInt(await api.write('/purchases', { ...bought, lines }));
    await until(() => (automation.position ?? 0n) >= position, 'the automation gets there');

    await api.write('/policies/value/drafts', { ...value(100_000), version: 1 });
    await api.write('/policies/value/publish', { version: 1, by: 'anna', effectiveFrom: '2010-01-01T00:00:00Z' });
    await until(async () => (await api.read('/customers/compared/tier')).body['tier'] === 'C', 'in tier C');

    await api.write('/policies/value/drafts', { ...value(50_000), version: 2 });
    const asked = { body: { version: 2, by: 'bo' }, headers: { 'idempotency-key': 'compare-2' } };
    const compared = await api.request('POST', '/policies/value/compare', asked);
    api.time.now = '2024-05-01T01:31:00.000Z';
    const again = await api.request('POST', '/policies/value/compare', asked);
    expect(again).toMatchObject({ status: 200, body: { status: 'known', comparison: compared.body['comparison'] } });
    expect(compared).toMatchObject({
      status: 201,
      body: {
        comparison: {
          of: 'customers',
          looked: 1,
          changed: 1,
          changes: [{ from: 'C', to: 'A', count: 1 }],
          examples: [{ customerId: 'compared', from: 'C', to: 'A' }],
        },
      },
    });
    const { draftFingerprint } = compared.body;
    const effectiveFrom = '2024-05-01T00:00:00Z';
    await api.write('/policies/value/publish', { version: 2, by: 'chen', effectiveFrom, draftFingerprint });
    await until(async () => (await api.read('/customers/compared/tier')).body['tier'] === 'A', 'in tier A');

    expect(await api.read('/customers/compared/tier')).toMatchObject({
      body: { changes: [{ policyId: 'value', policyVersion: 2, from: 'C', to: 'A' }, {}] },
    });
    const { body } = await api.read('/policies/value');
    expect(body).toMatchObject({ inForce: { version: 2, by: 'chen' }, draft: null });
    expect(body['steps']).toMatchObject(
      [
        ['PolicySuperseded', 1, 'chen'],
        ['PolicyPublished', 2, 'chen'],
        ['PolicyCompared', 2, 'bo'],
        ['PolicyDrafted', 2, 'anna'],
        ['PolicyPublished', 1, 'anna'],
        ['PolicyDrafted', 1, 'anna'],
      ].map(([type, version, by]) => ({ type, version, by })),
    );
    expect(await api.read('/policies/value', { at: '2024-04-30T23:59:59Z' })).toMatchObject({
      body: { inForce: { version: 1, effectiveTo: effectiveFrom } },
    });
  });
});
