import { until } from '@tenure/local-servers/testing';
import { parse } from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { startJudgingApi, type JudgingApi } from './testing/judging.api';

/** The API's clock stands at 2024-05-01T01:30Z. Complaints are answered within two hours, around the clock. */
describe('service standards over HTTP', () => {
  let api: JudgingApi;

  beforeAll(async () => {
    api = await startJudgingApi();
    await open('running', '2024-05-01T01:20:00Z');
    await open('late', '2024-04-30T20:30:00Z');
    await open('warned', '2024-05-01T00:20:00Z', { urgency: 'urgent', receivedBy: 'bo' });
    await open('answered', '2024-04-30T20:00:00Z', { receivedBy: 'bo' });
    await api.write('/complaints/answered/acceptance', { by: 'bo', occurredAt: '2024-04-30T20:10:00Z' });
    await api.write('/complaints/answered/responses', {
      by: 'bo',
      message: 'On its way',
      occurredAt: '2024-04-30T21:00:00Z',
    });
    await api.write('/complaints/answered/hold', {
      by: 'bo',
      reasonKind: 'waiting-on-customer',
      reason: 'Number of the order',
      occurredAt: '2024-04-30T21:05:00Z',
    });
    await api.judged();
    await until(async () => (await idsOf({ state: 'warning' })).includes('warned'), 'the reminder is recorded');
  }, 180_000);
  afterAll(() => api.close());

  const open = (complaintId: string, occurredAt: string, more: object = {}) =>
    api.write('/complaints', {
      complaintId,
      customerId: 'k-1',
      channel: 'phone',
      subject: `Parcel is ${complaintId}`,
      receivedBy: 'anna',
      occurredAt,
      ...more,
    });

  interface Queued {
    readonly caseId: string;
    readonly dueFirst: string | null;
    readonly clocks: readonly { readonly clockId: string; readonly state: string }[];
  }
  const queue = async (query: Record<string, string> = {}) =>
    (await api.read('/cases/queue', query)).body as unknown as {
      readonly items: readonly Queued[];
      readonly next?: string;
    };
  const idsOf = async (query: Record<string, string>) => (await queue(query)).items.map(({ caseId }) => caseId);

  it('has the cases in the order in which they are due, with the time left on each clock', async () => {
    const { items } = await queue({ clock: 'first-response' });
    expect(items.map(({ caseId }) => caseId)).toEqual(['late', 'warned', 'running']);
    const [late, warned, running] = items.map(({ clocks }) =>
      clocks.find(({ clockId }) => clockId === 'first-response'),
    );
    expect(late).toMatchObject({ state: 'breached', secondsLate: 3 * 3600, secondsLeft: null });
    expect(warned).toMatchObject({ state: 'warning', secondsLeft: 50 * 60, elapsedSeconds: 70 * 60 });
    expect(running).toMatchObject({
      state: 'running',
      dueAt: '2024-05-01T03:20:00.000Z',
      secondsLeft: 110 * 60,
      secondsLate: null,
      policyId: 'service-standard',
      policyVersion: 1,
      calendarId: 'calendar-24x7',
    });
  });

  it('goes through the queue page by page, and by what is asked for', async () => {
    const all = await idsOf({});
    expect([...all].sort()).toEqual(['answered', 'late', 'running', 'warned']);
    const first = await queue({ limit: '3' });
    const rest = await queue({ limit: '3', cursor: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ caseId }) => caseId)).toEqual(all);
    expect(rest.next).toBeUndefined();
    const due = [...first.items, ...rest.items].map(({ dueFirst }) => dueFirst ?? '~');
    expect(due).toEqual([...due].sort());
    expect(due[0]).toBe('2024-04-30T22:30:00.000Z');
    expect(await idsOf({ owner: 'bo', urgency: 'urgent', caseType: 'complaint' })).toEqual(['warned']);
    expect(await idsOf({ tier: 'A' })).toEqual([]);
    expect(await idsOf({ state: 'breached', owner: 'anna' })).toContain('late');
    const byState = await Promise.all(
      ['breached', 'warning', 'running', 'paused', 'met'].map((state) => idsOf({ state })),
    );
    expect(byState.flat().sort()).toEqual([...all].sort());
  });

  it('refuses what it can’t know', async () => {
    const refused = { status: 400, body: { type: 'urn:tenure:problem:invalid-parameter' } };
    for (const query of [{ state: 'odd' }, { clock: 'sundial' }, { cursor: 'no!' }, { colour: 'red' }]) {
      expect(await api.read('/cases/queue', defined(query))).toMatchObject(refused);
    }
    for (const query of [{ by: 'colour' }, { from: '2024-13' }, { view: 'both ' }, { by: 'kind,kind' }]) {
      expect(await api.read('/standards/attainment', defined(query))).toMatchObject(refused);
    }
    expect(await api.read('/cases/nobody/clocks')).toMatchObject({ status: 404 });
  });

  it('tells the history of a case’s clocks in words of both languages', async () => {
    const { body } = await api.read('/cases/answered/clocks');
    const { clocks, events } = body as unknown as Record<'clocks' | 'events', Record<string, unknown>[]>;
    expect(clocks.find(({ clockId }) => clockId === 'resolution')).toMatchObject({
      state: 'paused',
      pausedFor: 'waiting-on-customer',
      dueAt: null,
      pauses: [{ reason: 'waiting-on-customer', from: '2024-04-30T21:05:00.000Z' }],
    });
    const of = (type: string, clockId: string) =>
      events.find((event) => event['type'] === type && String(event['clockIds']) === clockId);
    expect(of('ClockStarted', 'first-response')).toMatchObject({
      at: '2024-04-30T20:00:00.000Z',
      dueAt: '2024-04-30T22:00:00.000Z',
      standard: 'service-standard 1, complaint-first-response',
      calendar: 'calendar-24x7 1',
      cause: 'opened',
      words: { zh: '开始计时，时限 2 小时', en: 'Started, within 2 h' },
    });
    expect(of('ClockMet', 'first-response')).toMatchObject({
      words: { zh: '按时完成，用时 1 小时', en: 'Met in time, after 1 h' },
    });
    expect(of('ClockPaused', 'resolution')?.['words']).toEqual({
      zh: expect.stringMatching(/^暂停：等待客户，已用 /),
      en: expect.stringMatching(/^Paused: waiting on the customer, /),
    });
  });

  it('tells attainment as judged then and restated', async () => {
    const query = { by: 'owner', clock: 'first-response', view: 'both' };
    expect((await api.read('/standards/attainment', query)).body).toMatchObject({
      by: ['owner'],
      view: 'both',
      asOf: api.time.now,
      groups: [
        { group: { owner: 'anna' }, judged: { met: 0, breached: 1, attained: 0 }, difference: { attained: 0 } },
        { group: { owner: 'bo' }, judged: { met: 1, breached: 0, attained: 1 }, restated: { met: 1, breached: 0 } },
      ],
      total: { judged: { met: 1, breached: 1, attained: 0.5 }, difference: { met: 0, breached: 0, attained: 0 } },
    });
    const april = { by: 'month', from: '2024-04', to: '2024-04', clock: 'first-response' };
    expect((await api.read('/standards/attainment', april)).body['groups']).toEqual([]);
    const may = { ...april, from: '2024-05', to: '2024-05' };
    expect((await api.read('/standards/attainment', may)).body).toMatchObject({
      groups: [{ group: { month: '2024-05' }, judged: { met: 1, breached: 1 }, restated: null, difference: null }],
    });
  });

  const file = async (path: string, query: Record<string, string>) => {
    const answer = await fetch(`${api.url}${path}?${new URLSearchParams(query).toString()}`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const csv = async (path: string, query: Record<string, string> = {}) =>
    parse<string[]>((await file(path, query)).toString('utf8').replace('\ufeff', ''), { skipEmptyLines: true }).data;

  it('hands out service levels and classification by the policies in force', async () => {
    const [header, ...tiers] = await csv('/standards/service-levels/table');
    expect(header).toEqual(['客户等级', '专属服务人员', '响应时效', '服务内容']);
    expect(tiers.map(([tier, servedBy]) => [tier, servedBy])).toEqual([
      ['A', '专属客户经理'],
      ['B', '指定服务专员'],
      ['C', '在线客服/自助平台'],
    ]);
    const [titles, ...classes] = await csv('/standards/classification/table', { language: 'en' });
    expect(titles).toEqual(['Dimension', 'Category', 'What it is']);
    expect(classes.map(([, category]) => category)).toEqual(['A', 'B', 'C']);
    expect(classes[0]?.[2]).toContain('CNY 500,000.00');
    const sheet = await readSheet(await file('/standards/classification/table', { format: 'xlsx' }));
    expect(sheet[0]).toEqual(['分类维度', '分类类别', '核心特征描述']);
  });

  it('hands out clocks and attainment as tables', async () => {
    const rows = await csv('/cases/clocks/table', { clock: 'first-response', language: 'en' });
    const columns = ['Case', 'State', 'Target (hours)', 'Left (hours)', 'Late (hours)'];
    const wanted = columns.map((name) => rows[0]?.indexOf(name) ?? -1);
    expect(rows.slice(1).map((row) => wanted.map((index) => row[index]))).toEqual([
      ['answered', 'Met', '2', '', ''],
      ['late', 'Breached', '2', '', '3'],
      ['warned', 'Warning', '2', '0.83', ''],
      ['running', 'Running', '2', '1.83', ''],
    ]);
    const query = { by: 'kind,owner', clock: 'first-response', view: 'both', format: 'xlsx' };
    const sheet = await readSheet(await file('/standards/attainment/table', query));
    expect(sheet.map((row) => row.slice(0, 5))).toEqual([
      ['时限', '负责人', '当时判定 达成', '当时判定 超时', '当时判定 达成率 %'],
      ['首次响应', 'anna', 0, 1, 0],
      ['首次响应', 'bo', 1, 0, 100],
    ]);
  });
});

const defined = (query: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
