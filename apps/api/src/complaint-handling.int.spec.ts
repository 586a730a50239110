import { CaseClockEntry } from '@tenure/service-standard-service';
import { opening, startTestApi, type TestApi } from './testing/api.fixture';

const at = (hour: number) => `2024-05-01T${String(hour).padStart(2, '0')}:00:00+08:00`;

describe('the handling of a complaint over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    api.time.now = at(16);
  });
  afterAll(() => api.close());

  const opened = (complaintId: string, fields: object = {}) =>
    api.write('/complaints', { ...opening(complaintId), ...fields });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    api.request('POST', path, { body, headers });

  it('goes through its steps, each with who did it and when', async () => {
    await opened('way', { urgency: 'urgent', caseType: 'service', agreedDueAt: at(20) });
    await api.write('/complaints/way/acceptance', { by: 'bo', occurredAt: at(10) });
    await api.write('/complaints/way/classification', { urgency: 'normal', by: 'bo', occurredAt: at(10) });
    await api.write('/complaints/way/due-date', { dueAt: at(21), by: 'bo', occurredAt: at(10) });
    const hold = { reasonKind: 'waiting-on-customer', reason: 'the number', by: 'bo', occurredAt: at(11) };
    const waitFor = await api.write('/complaints/way/hold', hold);
    expect(await api.read('/complaints/way/steps', { waitFor })).toMatchObject({
      body: {
        0: { step: 'inquiry', title: { zh: '咨询' }, state: 'done', owner: 'anna' },
        1: {
          step: 'acceptance',
          title: { zh: '受理' },
          state: 'done',
          owner: 'bo',
          doneAt: '2024-05-01T02:00:00.000Z',
        },
        2: { step: 'resolution', state: 'on-hold', owner: 'bo', doneAt: null, dueAt: '2024-05-01T13:00:00.000Z' },
        3: { step: 'feedback', state: 'to-come' },
        4: { step: 'follow-up', state: 'to-come' },
      },
    });
    await api.write('/complaints/way/continuation', { by: 'bo', occurredAt: at(12) });
    await api.write('/complaints/way/resolution', { by: 'bo', remedy: 'refund', occurredAt: at(13) });
    await api.write('/complaints/way/result-telling', { by: 'bo', channel: 'phone', occurredAt: at(14) });
    const done = await api.write('/complaints/way/follow-up', { by: 'chen', satisfaction: 5, occurredAt: at(15) });
    expect(await api.read('/complaints/way', { waitFor: done })).toMatchObject({
      body: { caseType: 'service', urgency: 'normal', holds: 1, heldAt: null, toldBy: 'bo', satisfaction: 5 },
    });
    expect(await api.read('/complaints/none/steps')).toMatchObject({ status: 404 });
  });

  it('shows the limit of a step, and the standard that it follows from, as its clock has them', async () => {
    const waitFor = await opened('limited');
    const clock = { caseId: 'limited', dueAt: '2024-05-01T03:30:00.000Z', outcome: 'open' } as const;
    await api.dataSource
      .getRepository(CaseClockEntry)
      .save([
        clockRow({ ...clock, clockId: 'acceptance', kind: 'acceptance', outcome: 'breached', status: 'running' }),
        clockRow({ ...clock, clockId: 'resolution', kind: 'resolution' }),
        clockRow({ ...clock, clockId: 'feedback', kind: 'feedback', startedAt: '2024-05-01T01:30:00.000Z' }),
        clockRow({ ...clock, clockId: 'feedback-2', kind: 'feedback', dueAt: null, outcome: 'met' }),
        clockRow({ ...clock, clockId: 'follow-up', kind: 'follow-up', status: 'cancelled', outcome: 'cancelled' }),
      ]);
    const standard = { policyId: 'service-standard', version: 3 };
    expect(await api.read('/complaints/limited/steps', { waitFor })).toMatchObject({
      body: {
        0: { dueAt: null, standard: null, late: null },
        1: { dueAt: '2024-05-01T03:30:00.000Z', standard, late: true },
        2: { dueAt: '2024-05-01T03:30:00.000Z', standard, late: null },
        3: { dueAt: null, standard, late: false },
        4: { dueAt: null, standard: null, late: null },
      },
    });
  });

  it('has one owner, whatever is asked at once', async () => {
    await opened('owned');
    const answers = await Promise.all(['bo', 'chen'].map((by) => post('/complaints/owned/acceptance', { by })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      type: 'urn:tenure:problem:complaint-accepted-by-another',
    });
    await api.write('/complaints/owned/hand-over-offer', { to: 'dora' });
    const waitFor = await api.write('/complaints/owned/hand-over-refusal', { by: 'dora' });
    const winner = answers[0]?.status === 201 ? 'bo' : 'chen';
    expect(await api.read('/complaints/owned', { waitFor })).toMatchObject({
      body: { owner: winner, offeredTo: null },
    });
  });

  it('shows who was asked for help, and whether it came', async () => {
    await opened('helped');
    const asked = { helpId: 'h-1', from: 'engineering', question: 'Is it the pump?', by: 'anna', occurredAt: at(10) };
    await api.write('/complaints/helped/help', asked);
    const waitFor = await api.write('/complaints/helped/help/h-1/answer', { by: 'dora', occurredAt: at(11) });
    expect(await api.read('/complaints/helped', { waitFor })).toMatchObject({
      body: { help: [{ helpId: 'h-1', from: 'engineering', question: 'Is it the pump?', answeredBy: 'dora' }] },
    });
    expect(await post('/complaints/helped/help/h-1/answer', { by: 'bo', occurredAt: at(12) })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:complaint-help-already-answered' },
    });
  });

  it.each([
    ['hold', 'continuation', { by: 'bo', occurredAt: at(10) }, 'complaint-continued-before-held'],
    ['opening', 'continuation', { by: 'bo', occurredAt: at(10) }, 'complaint-not-held'],
    ['opening', 'closure', { by: 'bo', occurredAt: at(8) }, 'complaint-happened-before-opening'],
    ['opening', 'due-date', { by: 'bo', dueAt: at(8), occurredAt: at(10) }, 'complaint-due-before-opening'],
  ])('refuses after a %s a %s that makes no sense', async (before, path, body, code) => {
    const complaintId = `bad-${before}-${path}`;
    await opened(complaintId);
    if (before === 'hold') {
      const hold = { reasonKind: 'agreed-pause', reason: 'holidays', by: 'bo', occurredAt: at(11) };
      await api.write(`/complaints/${complaintId}/hold`, hold);
    }
    const { status, body: problem } = await post(`/complaints/${complaintId}/${path}`, body);
    expect({ refused: status >= 400 && status < 500, type: problem['type'] }).toEqual({
      refused: true,
      type: `urn:tenure:problem:${code}`,
    });
  });

  it('links a duplicate to a case that is there, and is none itself', async () => {
    for (const complaintId of ['first', 'second', 'third']) await opened(complaintId);
    const link = (complaintId: string, duplicateOf: string, key = `${complaintId}-${duplicateOf}`) =>
      post(
        `/complaints/${complaintId}/duplicate-link`,
        { duplicateOf, by: 'anna', occurredAt: at(12) },
        { 'idempotency-key': key },
      );
    const refusal = (code: string) => ({ body: { type: `urn:tenure:problem:${code}` } });
    expect(await link('second', 'second')).toMatchObject(refusal('complaint-duplicate-of-itself'));
    expect(await link('second', 'nowhere')).toMatchObject(refusal('complaint-original-not-found'));
    expect(await link('second', 'first')).toMatchObject({ status: 201 });
    expect(await link('third', 'second')).toMatchObject(refusal('complaint-original-is-duplicate'));
    expect(await link('third', 'first')).toMatchObject({ status: 201 });
    expect(await link('second', 'first')).toMatchObject({ status: 200, body: { status: 'known' } });
    expect(await link('second', 'first', 'another')).toMatchObject({ status: 200, body: { events: 0 } });
    expect(await link('nowhere', 'first')).toMatchObject(refusal('complaint-not-found'));
    const waitFor = await api.write('/complaints/first/acceptance', { by: 'bo', occurredAt: at(12) });
    const { body } = await api.read('/complaints', { duplicateOf: 'first', waitFor });
    expect(body['items']).toMatchObject([{ complaintId: 'second', status: 'closed' }, { complaintId: 'third' }]);
  });
});

const clockRow = (
  row: Partial<CaseClockEntry> & Pick<CaseClockEntry, 'caseId' | 'clockId' | 'kind'>,
): CaseClockEntry => ({
  key: `${row.caseId}|${row.clockId}`,
  customerId: 'k-1',
  caseType: 'complaint',
  tier: 'C',
  urgency: 'normal',
  complexity: 'routine',
  owner: 'anna',
  status: 'running',
  outcome: 'open',
  policyId: 'service-standard',
  policyVersion: 3,
  targetId: 'target',
  calendarId: 'calendar-24x7',
  calendarVersion: 1,
  holidaysVersion: null,
  agreedDueAt: null,
  timeZone: 'Asia/Shanghai',
  targetSeconds: 7_200,
  startedAt: '2024-05-01T01:40:00.000Z',
  dueAt: null,
  provisional: false,
  elapsedSeconds: 0,
  countedAt: '2024-05-01T01:40:00.000Z',
  pausedFor: null,
  breachedAt: null,
  finishedAt: null,
  cancelledFor: null,
  decidedAt: null,
  decidedMonth: null,
  remindedPercents: [],
  escalatedSteps: 0,
  pauses: [],
  targets: [],
  history: [],
  clock: {} as CaseClockEntry['clock'],
  ...row,
});
