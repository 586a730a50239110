import { opening, registering, startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

const HOUR_MS = 3_600_000;
const CASES = 25;

/** A case a day from a day on, each resolved after so many hours and a few minutes more than the one before. */
const casesOf = (prefix: string, from: string, hours: number) =>
  Array.from({ length: CASES }, (_, index) => {
    const opened = Date.parse(from) + index * 24 * HOUR_MS;
    const resolved = opened + hours * HOUR_MS + index * 60_000;
    return { id: `${prefix}-${index}`, opened: iso(opened), resolved: iso(resolved) };
  });
const iso = (at: number): string => new Date(at).toISOString();

const BEFORE = { from: '2024-01-01T00:00:00.000Z', until: '2024-02-01T00:00:00.000Z' };
const AFTER = { from: '2024-03-01T00:00:00.000Z', until: '2024-04-01T00:00:00.000Z' };
const measure = {
  startsOn: '2024-02-15',
  dueOn: '2024-03-15',
  verification: {
    metricId: 'resolution-hours',
    segment: {},
    baseline: BEFORE,
    observation: AFTER,
    target: { atMost: 4 },
    smallestSample: 20,
  },
};

const planned = (change: object) => ({ ...measure, verification: { ...measure.verification, ...change } });

describe('metrics, goals and the trial of measures over HTTP', () => {
  let api: TestApi;
  let newest: string;

  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
    await api.write('/customers', registering('k-1', { occurredAt: '2024-01-01T00:00:00Z' }));
    await api.write('/customers', registering('k-2', { occurredAt: '2024-03-05T00:00:00Z', referredBy: 'k-1' }));
    for (const { id, opened, resolved } of [...casesOf('slow', BEFORE.from, 10), ...casesOf('fast', AFTER.from, 2)]) {
      await api.write('/complaints', { ...opening(id), product: id.slice(0, 4), occurredAt: opened });
      newest = await api.write(`/complaints/${id}/resolution`, { by: 'bo', remedy: 'done', occurredAt: resolved });
    }
  });
  afterAll(() => api.close());

  const read = (path: string, query: Readonly<Record<string, string>> = {}) =>
    api.read(path, { waitFor: newest, ...query });
  const simulate = (body: object) => api.request('POST', '/measures/simulate', { body });

  it('tells what each metric is', async () => {
    const { body } = await api.read('/customer-metrics');
    expect(Object.values(body)).toHaveLength(15);
    expect(Object.values(body)).toContainEqual(
      expect.objectContaining({ metricId: 'csat', unit: 'percent', better: 'higher', of: 'answers' }),
    );
  });

  it('measures a window, by segment, as of a moment, and month by month', async () => {
    const { body } = await read('/customer-metrics/resolution-hours', BEFORE);
    expect(body).toMatchObject({ n: CASES, value: 10.2, spread: { kind: 'mean' }, asOf: BEFORE.until });
    expect(await read('/customer-metrics/resolution-hours', { ...BEFORE, product: 'fast' })).toMatchObject({
      body: { n: 0, value: null, interval: null },
    });
    expect(await read('/customer-metrics/resolution-rate', { ...BEFORE, asOf: '2024-01-01T10:00:00Z' })).toMatchObject({
      body: { n: 1, value: 100 },
    });
    const months = await read('/customer-metrics/complaint-rate/months', {
      from: '2024-01',
      to: '2024-03',
      timeZone: 'UTC',
    });
    expect(Object.values(months.body)).toMatchObject([
      { n: 1, value: 2_500, window: BEFORE },
      { n: 1, value: 0 },
      { n: 2, value: 1_250, besides: { complaints: CASES } },
    ]);
    expect(await read('/customer-metrics/referral-share', AFTER)).toMatchObject({ body: { n: 1, value: 100 } });
  });

  it.each([
    ['/customer-metrics/happiness', {}, 404],
    ['/customer-metrics/churn-rate', { product: 'lamp' }, 400],
    ['/customer-metrics/csat', { from: '2024-02-01T00:00:00Z', until: '2024-01-01T00:00:00Z' }, 400],
    ['/customer-metrics/csat', { from: 'yesterday' }, 400],
    ['/customer-metrics/csat', { colour: 'red' }, 400],
    ['/customer-metrics/csat/months', { from: '2024-13' }, 400],
    ['/customer-metrics/csat/months', { from: '2024-02', to: '2024-01' }, 400],
    ['/customer-metrics/csat/months', { from: '2001-01', to: '2024-01' }, 400],
    ['/goals/none', {}, 404],
  ])('refuses %s %j with %d', async (path, query, status) => {
    const answer = await api.read(path, { ...query });
    expect([answer.status, answer.mediaType]).toEqual([status, 'application/problem+json']);
  });

  it('tells where goals stand, and how they came there', async () => {
    const goal = {
      goalId: 'g-1',
      title: { zh: '更快', en: 'Faster' },
      metricId: 'resolution-hours',
      segment: {},
      baseline: 10,
      target: 4,
      windowDays: 60,
      startsAt: '2024-01-31T00:00:00Z',
      dueAt: '2024-06-30T00:00:00Z',
      owner: 'wang',
      problems: [],
      by: 'anna',
      occurredAt: '2024-01-31T00:00:00Z',
    };
    const waitFor = await api.write('/goals', goal);
    expect(await api.read('/goals', { waitFor })).toMatchObject({
      body: { 0: { goalId: 'g-1', standing: 'reached', measured: { n: 23 } } },
    });
    expect(await api.read('/goals', { asOf: '2024-02-15T00:00:00Z' })).toMatchObject({
      body: { 0: { standing: 'behind' } },
    });
    const { body } = await api.read('/goals/g-1');
    expect(body).toMatchObject({
      windowDays: 60,
      course: [{ standing: 'behind' }, { standing: 'reached' }, { standing: 'reached' }],
    });
    const refused = await api.request('POST', '/goals', { body: { ...goal, goalId: 'g-2', target: 12 } });
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:tenure:problem:goal-target-not-better' } });
    await api.write('/goals/g-1/target', { target: 1, dueAt: goal.dueAt, why: 'too easy', by: 'anna' });
    const gone = await api.write('/goals/g-1/abandonment', { why: 'enough', by: 'anna' });
    expect(await api.read('/goals/g-1', { waitFor: gone })).toMatchObject({
      body: { standing: 'given-up', target: 1 },
    });
  });

  it('judges a plan by what came after, on a date in history, and records nothing', async () => {
    const { body, status } = await simulate(measure);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      result: {
        verdict: 'effective',
        test: 'welch',
        baseline: { n: CASES, value: 10.2 },
        observed: { n: CASES, value: 2.2 },
        difference: expect.closeTo(-8, 9),
        targetReached: true,
      },
    });
    expect(await simulate(planned({ target: { atMost: 2 } }))).toMatchObject({
      body: { result: { verdict: 'not-effective', targetReached: false }, later: [] },
    });
    expect(await simulate(planned({ smallestSample: 26 }))).toMatchObject({
      body: { result: { verdict: 'not-enough-data' } },
    });
    expect(await simulate(planned({ metricId: 'csat', target: { atLeast: 80 } }))).toMatchObject({
      body: { result: { verdict: 'not-enough-data', difference: null, interval: null, targetReached: null } },
    });
    expect(await api.read('/measures')).toMatchObject({ body: { items: [] } });
  });

  it.each([
    [{ ...measure, dueOn: '2024-02-01' }, 'measure-due-before-start'],
    [planned({ baseline: { ...BEFORE, until: '2024-03-05T00:00:00Z' } }), 'measure-windows-overlap'],
    [planned({ observation: { ...AFTER, until: '2024-06-01T00:00:00Z' } }), 'measure-observation-not-over'],
    [planned({ metricId: 'csat', segment: { caseTypes: ['complaint'] } }), 'measure-segment-not-of-metric'],
    [
      planned({ metricId: 'complaint-rate', observation: { ...AFTER, until: '2024-03-08T00:00:00Z' } }),
      'measure-windows-not-comparable',
    ],
  ])('refuses a plan that proves nothing (%#)', async (body, code) =>
    expect(await simulate(body)).toMatchObject({
      status: code === 'measure-observation-not-over' ? 409 : 422,
      body: { type: `urn:tenure:problem:${code}` },
    }),
  );
});
