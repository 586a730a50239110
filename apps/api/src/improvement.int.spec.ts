import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

const at = '2024-05-02T01:00:00Z';
const opening = {
  problemId: 'late',
  title: { zh: '交付延迟', en: 'Late delivery' },
  scope: { themeId: 'late-delivery' },
  since: '2024-04-01T00:00:00+08:00',
  by: 'wang',
  occurredAt: at,
};
const why = (whyId: string, fields: object = {}) => ({
  whyId,
  answer: `Because of ${whyId}`,
  category: 'process',
  root: false,
  evidence: [{ kind: 'complaint', reference: 'c-1' }],
  by: 'wang',
  occurredAt: at,
  ...fields,
});
const window = (from: string, until: string) => ({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` });
const plan = (measureId: string, fields: object = {}) => ({
  measureId,
  problemId: 'late',
  content: 'A second carrier',
  causes: ['w-2'],
  owner: 'anna',
  startsOn: '2024-05-10',
  dueOn: '2024-05-20',
  resources: 'Two people',
  budget: { amountMinor: 10_000, currency: 'CNY' },
  acceptance: 'Nine of ten in time',
  verification: {
    metricId: 'csat',
    segment: {},
    baseline: window('2024-04-01', '2024-05-01'),
    observation: window('2024-06-01', '2024-07-01'),
    target: { atLeast: 85 },
    smallestSample: 30,
  },
  by: 'wang',
  occurredAt: at,
  ...fields,
});
const refused = (status: number, code: string) => ({ status, body: { type: `urn:tenure:problem:${code}` } });

describe('problems and measures over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    api.time.now = '2024-05-25T00:00:00.000Z';
    await withDefaultPolicies(api.client);
    await api.write('/problems', opening);
    await api.write('/problems/late/whys', why('w-1'));
    await api.write('/problems/late/whys', why('w-2', { because: 'w-1', root: true }));
  });
  afterAll(() => api.close());

  const post = (path: string, body: object) => api.request('POST', path, { body });
  const digestOf = async (measureId: string, waitFor: string) =>
    String((await api.read(`/measures/${measureId}`, { waitFor })).body['digest']);

  it('shows a problem with its 5-Whys, as it was at any moment', async () => {
    const waitFor = await api.write('/problems/late/effort', {
      personDays: 3,
      by: 'wang',
      occurredAt: '2024-05-03T00:00:00Z',
    });
    const whys = [{ whyId: 'w-1', reasons: [{ whyId: 'w-2', root: true, reasons: [] }] }];
    const now = await api.read('/problems/late', { waitFor });
    expect(now.body).toMatchObject({ status: 'open', personDays: 3, priority: null, whys });
    expect(now.body).toMatchObject({ impactAsOf: { customers: 0, cases: 0, weightedCustomers: 0 } });
    expect((await api.read('/problems/late', { asOf: at })).body).toMatchObject({ personDays: null, whys });
    expect(await api.read('/problems/late', { asOf: '2024-05-01T00:00:00Z' })).toMatchObject({ status: 404 });
    expect((await api.read('/problems', { status: 'open', themeId: 'late-delivery' })).body['items']).toHaveLength(1);
    expect((await api.read('/problems', { status: 'solved' })).body['items']).toEqual([]);
  });

  it('refuses a chain of whys with a loop, and to cut one off', async () => {
    expect(await post('/problems/late/whys', why('w-1', { because: 'w-2' }))).toMatchObject(
      refused(422, 'problem-why-loop'),
    );
    expect(await post('/problems/late/whys', why('w-3', { because: 'w-9' }))).toMatchObject(
      refused(422, 'problem-why-unknown'),
    );
    const withdrawal = { why: 'wrong', by: 'wang', occurredAt: at };
    expect(await post('/problems/late/whys/w-1/withdrawal', withdrawal)).toMatchObject(
      refused(409, 'problem-why-has-reasons'),
    );
  });

  it.each([
    ['measure-due-before-start', { dueOn: '2024-05-09' }],
    ['measure-causes-unknown', { causes: ['w-2', 'w-7'] }],
    ['measure-problem-not-found', { problemId: 'nowhere' }],
    [
      'measure-windows-overlap',
      { verification: { ...plan('').verification, baseline: window('2024-04-01', '2024-06-02') } },
    ],
    ['measure-observed-before-start', { startsOn: '2024-06-02', dueOn: '2024-06-30' }],
  ])('refuses a plan as %s', async (code, fields) => {
    expect(await post('/measures', plan('m-bad', fields))).toMatchObject(refused(422, code));
  });

  it.each([
    [{ smallestSample: 0 }, 'verification.smallestSample'],
    [{ target: { atLeast: 1, atMost: 2 } }, 'verification.target'],
    [{ target: 'high' }, 'verification.target'],
    [{ metricId: 'happiness' }, 'verification.metricId'],
    [{ segment: { tiers: [] } }, 'verification.segment.tiers'],
  ])('refuses what a measure is to be judged by that is no such thing: %j', async (fields, path) => {
    const answer = await post('/measures', plan('m-bad', { verification: { ...plan('').verification, ...fields } }));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('is planned, signed by its owner, started, paid and seen to be late', async () => {
    const digest = await digestOf('m-1', await api.write('/measures', plan('m-1')));
    const signing = { by: 'anna', digest, occurredAt: at };
    expect(await post('/measures/m-1/start', { by: 'anna', occurredAt: at })).toMatchObject(
      refused(409, 'measure-not-committed'),
    );
    expect(await post('/measures/m-1/commitment', { ...signing, by: 'wang' })).toMatchObject(
      refused(403, 'measure-commitment-by-another'),
    );
    expect(await post('/measures/m-1/commitment', { ...signing, digest: digest.replace(/^./, 'x') })).toMatchObject({
      status: 422,
    });
    await api.write('/measures/m-1/commitment', signing);
    await api.write('/measures/m-1/start', { by: 'anna', occurredAt: '2024-05-10T01:00:00Z' });
    const day = { by: 'anna', occurredAt: '2024-05-15T01:00:00Z' };
    await api.write('/measures/m-1/progress', { percent: 40, note: 'Contract signed', ...day });
    const bill = { entryId: 'e-1', amount: { amountMinor: 7_000, currency: 'CNY' }, what: 'Fee', ...day };
    await api.write('/measures/m-1/expenses', bill);
    expect(await post('/measures/m-1/expenses', { ...bill, entryId: 'e-2' })).toMatchObject(
      refused(409, 'measure-beyond-budget'),
    );
    const waitFor = await api.write('/measures/m-1/budget', {
      budget: { amountMinor: 20_000, currency: 'CNY' },
      why: 'More',
      ...day,
    });
    const { body } = await api.read('/measures/m-1', { waitFor });
    expect(body).toMatchObject({
      stage: 'started',
      overdue: true,
      percent: 40,
      spentMinor: 7_000,
      budget: { amountMinor: 20_000 },
    });
    expect(body['ledger']).toMatchObject([{ entryId: 'e-1', leftMinor: 3_000 }]);
    const items = [{ measureId: 'm-1', overdue: true, verdict: null }];
    expect((await api.read('/measures', { overdue: 'true', owner: 'anna' })).body).toMatchObject({ items });
    expect((await api.read('/measures', { overdue: 'false' })).body['items']).toEqual([]);
    expect((await api.read('/measures/m-1', { asOf: '2024-05-15T00:00:00Z' })).body).toMatchObject({
      overdue: false,
      spentMinor: 0,
    });
  });

  it('hands out the form of measures in both languages', async () => {
    const table = await fetch(`${api.url}/measures/table?language=zh`);
    expect(await table.text()).toContain('措施内容,负责人,计划完成时间,资源需求,验收标准');
    const english = await fetch(`${api.url}/measures/table?language=en`);
    expect(await english.text()).toContain('A second carrier,anna,2024-05-20,Two people,Nine of ten in time');
  });
});
