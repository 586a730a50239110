import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

describe('calendars over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
  });
  afterAll(() => api.close());

  const path = '/calendars/calendar-working-cn';
  const hours = [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ];

  it('show a month, and why each day is open or closed', async () => {
    const { body } = await api.read(`${path}/days`, { month: '2025-10' });
    expect(body).toMatchObject({
      calendarId: 'calendar-working-cn',
      version: 1,
      holidays: { policyId: 'holidays-CN', version: 1 },
      timeZone: 'Asia/Shanghai',
      month: '2025-10',
    });
    const name = '国庆节、中秋节';
    const days = Array.isArray(body['days']) ? body['days'] : [];
    expect(days).toHaveLength(31);
    expect([days[0], days[10], days[11], days[12]]).toEqual([
      { day: '2025-10-01', weekday: 'wednesday', reason: 'holiday', name, hours: [], provisional: false },
      { day: '2025-10-11', weekday: 'saturday', reason: 'make-up-day', name, hours, provisional: false },
      { day: '2025-10-12', weekday: 'sunday', reason: 'weekday', hours: [], provisional: false },
      { day: '2025-10-13', weekday: 'monday', reason: 'weekday', hours, provisional: false },
    ]);
  });

  it('tell when something is due, over holidays and pauses', async () => {
    const query = { start: '2025-09-30T17:00:00+08:00', minutes: '120' };
    expect(await api.read(`${path}/deadline`, query)).toMatchObject({
      status: 200,
      body: { version: 1, dueAt: '2025-10-09T10:00:00+08:00', provisional: false },
    });
    const pauses = '2025-10-09T09:30:00+08:00/2025-10-09T11:00:00+08:00,2025-10-01T00:00:00Z/2025-10-02T00:00:00Z';
    expect(await api.read(`${path}/deadline`, { ...query, pauses })).toMatchObject({
      body: { dueAt: '2025-10-09T11:30:00+08:00' },
    });
    expect(await api.read(`${path}/deadline`, { ...query, pauses: '2025-10-01T00:00:00+08:00/' })).toMatchObject({
      body: { dueAt: null },
    });
  });

  it('tell how much time has passed, and mark a year that is not published', async () => {
    const query = { start: '2026-12-31T17:00:00+08:00', end: '2027-01-01T10:00:00+08:00' };
    expect(await api.read(`${path}/elapsed`, query)).toMatchObject({ body: { seconds: 2 * 3600, provisional: true } });
    const before = { start: '1950-01-02T09:00:00+08:00', end: '1950-01-02T10:00:00+08:00' };
    expect(await api.read(`${path}/elapsed`, before)).toMatchObject({ body: { version: 1, seconds: 3600 } });
    expect(await api.read('/calendars/calendar-24x7/elapsed', query)).toMatchObject({
      body: { seconds: 17 * 3600, provisional: false, holidays: null },
    });
  });

  it('name what is wrong with a question', async () => {
    const [start, end] = ['2025-09-30T17:00:00+08:00', '2025-09-30T16:59:59+08:00'];
    const wrong = [
      ['days', { month: '2025-13' }, 'month'],
      ['days', {}, 'month'],
      ['deadline', { start, minutes: '-1' }, 'minutes'],
      ['deadline', { start: '2199-12-31T00:00:00Z', minutes: '5256000' }, 'minutes'],
      ['deadline', { start: '2025-09-30T17:00:00', minutes: '5' }, 'start'],
      ['deadline', { start, minutes: '5', pauses: start }, 'pauses'],
      ['deadline', { start, minutes: '5', pauses: `${start}/${end}` }, 'pauses'],
      ['elapsed', { start, end }, 'end'],
    ] as const;
    for (const [question, query, place] of wrong) {
      expect(await api.read(`${path}/${question}`, query)).toMatchObject({
        status: 400,
        body: { errors: [{ path: place }] },
      });
    }
    expect(await api.read('/calendars/none/days', { month: '2025-10' })).toMatchObject({ status: 404 });
    expect(await api.read('/calendars/escalation/days', { month: '2025-10' })).toMatchObject({ status: 404 });
  });
});
