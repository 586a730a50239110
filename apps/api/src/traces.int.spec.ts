import { opening } from './testing/api.fixture';
import { startThemingApi, type ThemingApi } from './testing/theming.api';

const at = '2024-03-20T10:00:00+08:00';
const month = (number: number) => `2024-0${number}-01T00:00:00+08:00`;

describe('traces over HTTP', () => {
  let api: ThemingApi;
  let waitFor: string;

  beforeAll(async () => {
    api = await startThemingApi();
    await api.write('/complaints', { ...opening('c-late'), subject: 'The delivery was late', occurredAt: at });
    await api.write('/complaints', { ...opening('c-other'), subject: 'Something', occurredAt: at });
    const title = { zh: '交付延迟 <i>', en: 'Late delivery <i>' };
    const scope = { themeId: 'late-delivery' };
    await api.write('/problems', { problemId: 'p-1', title, scope, since: month(3), by: 'ada', occurredAt: at });
    const why = { by: 'ada', evidence: [], category: 'process', occurredAt: at };
    await api.write('/problems/p-1/whys', { ...why, whyId: 'w-1', answer: '每天只取件一次', root: false });
    await api.write('/problems/p-1/whys', { ...why, whyId: 'w-2', because: 'w-1', answer: '没有约定', root: true });
    waitFor = await api.write('/measures', {
      measureId: 'm-1',
      problemId: 'p-1',
      content: '第二承运商',
      causes: ['w-2'],
      owner: 'ben',
      startsOn: '2024-04-01',
      dueOn: '2024-04-20',
      resources: '2 人',
      acceptance: '解决率 90 %',
      verification: {
        metricId: 'resolution-rate',
        segment: {},
        baseline: { from: month(3), until: month(4) },
        observation: { from: month(4), until: month(5) },
        target: { atLeast: 90 },
        smallestSample: 30,
      },
      by: 'ada',
      occurredAt: at,
    });
    await api.tagged();
  });
  afterAll(() => api.close());

  const WHOLE = [
    'complaint:c-late → theme:late-delivery',
    'theme:late-delivery → problem:p-1',
    'problem:p-1 → cause:p-1:w-1',
    'cause:p-1:w-1 → cause:p-1:w-2',
    'cause:p-1:w-2 → measure:m-1',
    'measure:m-1 → metric:resolution-rate',
  ];

  it.each(['/complaints/c-late', '/problems/p-1', '/measures/m-1', '/customer-metrics/resolution-rate'])(
    'lead from the complaint to the metric, asked of %s',
    async (path) => {
      const { status, body } = await api.read(`${path}/trace`, { waitFor });
      expect(status).toBe(200);
      const edges = body['edges'] as { from: string; to: string }[];
      expect(edges.map(({ from, to }) => `${from} → ${to}`)).toEqual(expect.arrayContaining(WHOLE));
      expect(body['of']).toMatch(/^(complaint:c-late|problem:p-1|measure:m-1|metric:resolution-rate)$/);
    },
  );

  it('end where nothing came of a complaint, and begin nowhere for a metric that nothing aims at', async () => {
    const other = await api.read('/complaints/c-other/trace', { waitFor });
    expect((other.body['nodes'] as { kind: string }[]).map(({ kind }) => kind)).not.toContain('problem');
    const metric = await api.read('/customer-metrics/ces/trace', { waitFor });
    expect(metric.body).toMatchObject({ nodes: [{ id: 'metric:ces', href: '/customer-metrics/ces' }], edges: [] });
  });

  it('are drawn, in Chinese and English', async () => {
    const answer = await fetch(`${api.url}/problems/p-1/trace?format=svg&language=en`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const picture = await answer.text();
    expect(picture).toMatch(/^<svg /);
    expect(picture).toContain('Late delivery &lt;i&gt;');
    expect(await (await fetch(`${api.url}/problems/p-1/trace?format=svg`)).text()).toContain('交付延迟');
  });

  it.each([
    ['/complaints/nobody/trace', 404],
    ['/problems/nobody/trace', 404],
    ['/measures/nobody/trace', 404],
    ['/customer-metrics/happiness/trace', 404],
    ['/problems/%00/trace', 400],
    ['/problems/p-1/trace?format=png', 400],
  ])('of %s are refused with %d', async (path, status) =>
    expect(await api.request('GET', path)).toMatchObject({ status, mediaType: 'application/problem+json' }),
  );
});
