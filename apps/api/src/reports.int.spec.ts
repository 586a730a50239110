import { readSheet } from 'read-excel-file/node';
import { opening, startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';
import { bought, goal, march, measure, problem, record, why } from './testing/march.month';

const MARCH = '/reports/months/2024-03';

/** The clock of the API stands at the first of May 2024. */
describe('reports over HTTP', () => {
  let api: TestApi;
  let waitFor: string;

  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
    const customer = { customerId: 'k-1', name: '宏达机械', kind: 'company', fieldSource: 'web-form' };
    await api.write('/customers', { ...customer, occurredAt: '2024-01-05T10:00:00+08:00' });
    for (const day of [4, 11, 31]) {
      await api.write('/complaints', { ...opening(`c-${day}`), occurredAt: march(day, 23) });
    }
    await api.write('/purchases', bought);
    await api.write('/complaints/c-4/acceptance', { by: 'anna', occurredAt: march(5) });
    await api.write('/complaints/c-4/responses', { by: 'anna', message: '马上处理', occurredAt: march(5, 11) });
    await api.write('/service-records', record('s-1', march(12)));
    await api.write('/problems', problem('late', march(20)));
    await api.write('/problems/late/whys', why);
    await api.write('/measures', measure);
    await api.write('/goals', goal);
    waitFor = await api.write('/service-records', record('s-april', '2024-04-01T00:00:00+08:00'));
  });
  afterAll(() => api.close());

  async function fetched(path: string, query: Readonly<Record<string, string>> = {}) {
    const answer = await fetch(`${api.url}${path}?${new URLSearchParams({ ...query, waitFor }).toString()}`);
    return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
  }
  const page = async (language: string): Promise<string> => (await fetched(MARCH, { language })).content.toString();

  it('are a page for a browser, in Chinese or English', async () => {
    const { status, headers, content } = await fetched(MARCH);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = content.toString().replaceAll(/ class="\w"/g, '');
    expect(html).toContain('<h1>客户体验改进报告 2024-03</h1>');
    expect(html).toContain('本月新建 3 件，上月 0 件');
    expect(html).toContain('<td>宏达机械</td><td>王工</td><td>2024-03-12</td><td>回访</td><td>询问 &lt;保修&gt;</td>');
    expect(html).toContain('问题 late');
    expect(html).toMatch(/<td>增加值守<\/td><td>ben<\/td><td>已计划<\/td><td><\/td><td>2024-03-29<\/td><td>是<\/td>/);
    expect(html).toContain('<td>响应减半</td><td>首次响应时间</td><td>ada</td>');
    expect(html).toContain('专属客户经理');
    const english = await page('en');
    expect(english).toContain('3 cases were opened, 0 in the month before');
    expect(english).toContain('Problem late');
  });

  it('are a workbook with the same tables', async () => {
    const { headers, content } = await fetched(MARCH, { format: 'xlsx' });
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('客户体验改进报告 2024-03.xlsx'));
    const records = await readSheet(content, '服务记录');
    expect(records).toEqual([
      expect.arrayContaining(['客户名称', '联系人', '服务日期', '备注']),
      ['宏达机械', '王工', '2024-03-12', '回访', '询问 <保修>', '=1+1', 'anna', null, null],
    ]);
    expect((await readSheet(content, '受理量（按类型）')).slice(1)).toEqual([['投诉', 3, 0, 3]]);
  });

  it('are data with every metric of the catalogue as of the end of the month', async () => {
    const { body } = await api.read(MARCH, { format: 'json', waitFor });
    expect(body).toMatchObject({
      month: '2024-03',
      timeZone: 'Asia/Shanghai',
      from: '2024-02-29T16:00:00.000Z',
      until: '2024-03-31T16:00:00.000Z',
      volumes: { total: { now: 3, before: 0 } },
      worse: { problems: ['late'] },
      measures: [{ measureId: 'm-1', stage: 'planned', overdue: true, verified: null }],
      goals: [{ goalId: 'g-1', target: 6, measured: { n: 1, value: 12 }, donePercent: 25 }],
    });
    const metrics = body['metrics'] as { now: { metricId: string; n: number; value: number | null } }[];
    expect(metrics).toHaveLength(15);
    expect(metrics[0]?.now).toMatchObject({ metricId: 'first-response-hours', n: 1, value: 12 });
    expect(metrics.find(({ now }) => now.metricId === 'csat')?.now).toMatchObject({ n: 0, value: null });
  });

  it('are the same after more has happened, to the byte', async () => {
    const ways: readonly Readonly<Record<string, string>>[] = [
      { language: 'zh' },
      { language: 'en' },
      { format: 'xlsx' },
      { format: 'json' },
    ];
    const before = await Promise.all(ways.map((way) => fetched(MARCH, way)));
    const april = '2024-04-02T10:00:00+08:00';
    await api.write('/customers/k-1', { name: '宏达集团', fieldSource: 'service', occurredAt: april }, 'PATCH');
    await api.write('/service-records/s-1/rating', { satisfaction: 2, occurredAt: april });
    await api.write('/complaints/c-11/acceptance', { by: 'anna', occurredAt: april });
    await api.write('/complaints/c-11/responses', { by: 'anna', message: '抱歉', occurredAt: april });
    await api.write('/complaints/c-11/resolution', { by: 'anna', remedy: 'replacement', occurredAt: april });
    await api.write('/complaints', { ...opening('c-april'), occurredAt: april });
    await api.write('/goals/g-1/target', {
      target: 10,
      dueAt: '2024-07-01T00:00:00+08:00',
      why: '更稳',
      by: 'ada',
      occurredAt: april,
    });
    await api.write('/measures/m-1/abandonment', { why: '不再需要', by: 'ben', occurredAt: april });
    await api.write('/problems/late/dismissal', { by: 'ada', why: '重复', occurredAt: april });
    waitFor = await api.write('/problems', problem('april', april));
    const after = await Promise.all(ways.map((way) => fetched(MARCH, way)));
    for (const [index, { content }] of after.entries())
      expect(content.equals(before[index]?.content ?? Buffer.of())).toBe(true);
    const next = (await fetched('/reports/months/2024-04')).content.toString();
    expect(next).toContain('宏达集团');
    expect(next).toContain('问题 april');
  });

  it('tell more of a month to which more is found out to belong', async () => {
    waitFor = await api.write('/complaints', { ...opening('c-late'), occurredAt: march(30) });
    expect(await page('zh')).toContain('本月新建 4 件');
  });

  it('are listed by month, the newest first, without the one that runs', async () => {
    waitFor = await api.write('/complaints', { ...opening('c-may'), occurredAt: '2024-05-01T09:00:00+08:00' });
    const { content } = await fetched('/reports/months');
    expect(JSON.parse(content.toString())).toEqual([
      { month: '2024-04', cases: 1, serviceRecords: 1, answers: 0, buyers: 0 },
      { month: '2024-03', cases: 4, serviceRecords: 1, answers: 0, buyers: 1 },
    ]);
  });

  it.each([
    ['2024-05', 400, /2024-05 is not over: its report can be made from 2024-05-31T16:00:00.000Z on/],
    ['2024-06', 400, /2024-06 has yet to come/],
    ['2024-13', 400, /month must be a month, such as 2013-07/],
    ['march', 400, /month must be a month/],
    ['2003-07', 404, /Nothing is known to have happened in 2003-07/],
  ])('are refused of %s', async (month, status, detail) =>
    expect(await api.read(`/reports/months/${month}`)).toMatchObject({
      status,
      mediaType: 'application/problem+json',
      body: { detail: expect.stringMatching(detail) },
    }),
  );

  it.each(['format=pdf', 'language=fr', 'colour=red'])('are refused with %s', async (query) =>
    expect(await api.request('GET', `${MARCH}?${query}`)).toMatchObject({
      status: 400,
      mediaType: 'application/problem+json',
    }),
  );
});
