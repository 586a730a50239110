import { parse } from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

describe('service records over HTTP', () => {
  let api: TestApi;
  let newest: string;
  const record = (recordId: string, more: object = {}) =>
    api.write('/service-records', {
      recordId,
      customerId: 'k-1',
      serviceType: 'return-visit',
      contact: '王工',
      problem: '询问保修',
      result: '已说明',
      servedBy: 'anna',
      responsible: 'li',
      occurredAt: '2024-04-24T10:00:00+08:00',
      ...more,
    });

  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
    await api.write('/customers', { customerId: 'k-1', name: '宏达机械', kind: 'company', fieldSource: 'web-form' });
    for (let index = 0; index < 12; index++) newest = await record(`s-${index}`);
    newest = await record('later', { occurredAt: '2024-04-29T00:00:00+08:00', problem: '=1+1' });
  });
  afterAll(() => api.close());

  it('is signed off by the person responsible alone', async () => {
    const refused = await api.request('POST', '/service-records/s-0/sign-off', { body: { by: 'anna' } });
    expect(refused).toMatchObject({
      status: 403,
      body: { type: 'urn:tenure:problem:service-record-not-yours-to-sign' },
    });
    const waitFor = await api.write('/service-records/s-0/sign-off', { by: 'li' });
    expect(await api.read('/service-records', { signedOff: 'true', waitFor })).toMatchObject({
      body: { items: [{ recordId: 's-0', customerName: '宏达机械', signedOffAt: expect.any(String) }] },
    });
  });

  it('has a sample drawn of a week that is over, the same however often it is asked for', async () => {
    const drawn = await api.request('POST', '/record-reviews/2024-W17/sample', { body: { by: 'li' } });
    expect(drawn.status).toBe(201);
    const { body } = await api.read('/record-reviews/2024-W17');
    const [stratum] = body['strata'] as { population: number; drawn: number }[];
    expect(stratum).toMatchObject({ tier: 'none', population: 12 });
    expect(body['sample']).toHaveLength(stratum?.drawn ?? -1);
    const again = await api.request('POST', '/record-reviews/2024-W17/sample', { body: { by: 'wang' } });
    expect(again).toMatchObject({ status: 200, body: { events: 0 } });
    const running = await api.request('POST', '/record-reviews/2024-W18/sample', { body: { by: 'li' } });
    expect(running).toMatchObject({ status: 409, body: { type: 'urn:tenure:problem:record-review-week-not-over' } });
  });

  it('takes the review of a record of the sample', async () => {
    const { body: before } = await api.read('/record-reviews/2024-W17');
    const [first] = before['sample'] as { recordId: string }[];
    const policy = (await api.read('/policies/record-review')).body['inForce'] as {
      content: { dimensions: { dimension: string }[] };
    };
    const scores = Object.fromEntries(policy.content.dimensions.map(({ dimension }) => [dimension, 4]));
    const path = `/record-reviews/2024-W17/records/${first?.recordId}`;
    expect(await api.request('POST', path, { body: { by: 'li', scores } })).toMatchObject({ status: 403 });
    expect(await api.request('POST', path, { body: { by: 'wang', scores: {} } })).toMatchObject({ status: 422 });
    await api.write(path, { by: 'wang', scores });
    expect((await api.read('/record-reviews/2024-W17')).body['meanScores']).toEqual(scores);
  });

  it('refuses what is no week by name', async () =>
    expect(await api.request('POST', '/record-reviews/2024-17/sample', { body: { by: 'li' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'week' }] },
    }));

  it('comes as a table in the form that service teams keep', async () => {
    await api.read('/service-records', { waitFor: newest });
    const csv = await fetch(`${api.url}/service-records/table?to=2024-04-25T00:00:00%2B08:00`);
    expect(csv.headers.get('content-disposition')).toContain(encodeURIComponent('服务记录.csv'));
    const [header, ...rows] = parse<string[]>((await csv.text()).replace('\uFEFF', ''), { skipEmptyLines: true }).data;
    expect(header?.join('|')).toBe(
      '客户名称|联系人|服务日期|服务类型(咨询/投诉/回访)|问题描述|处理结果|服务人员|客户满意度评分(1-5)|备注',
    );
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual([
      '宏达机械',
      '王工',
      '2024-04-24T02:00:00.000Z',
      '回访',
      '询问保修',
      '已说明',
      'anna',
      '',
      '',
    ]);
    const xlsx = await fetch(`${api.url}/service-records/table?format=xlsx&language=en`);
    const sheet = await readSheet(Buffer.from(await xlsx.arrayBuffer()));
    expect(sheet[0]?.[0]).toBe('Customer');
    expect(sheet[1]?.[4]).toBe('=1+1');
  });
});
