import { until } from '@tenure/local-servers/testing';
import { agoMs, ClockFixture, MARGIN_MS } from './testing/clock.fixture';
import { swiftStandard } from './testing/swift.standard';

const MINUTE = 60_000;
const LOAD = { loadId: 'load-1', mapping: 'helpdesk', files: ['helpdesk.csv'] };
const COUNTS = { loadId: 'load-1', read: 2, accepted: 2, known: 0, rejected: 0 };

describe('the clocks of cases, while history is being loaded,', () => {
  let fixture: ClockFixture;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    await fixture.publish('swift', 'service-standard', swiftStandard(1));
    await fixture.start();
  });
  afterAll(() => fixture.stop());

  const said = async (caseId: string) =>
    (await fixture.saidOf(caseId, 'resolution')).map(({ type, alarm, ...data }) => [type, at(data), alarm]);

  it('stand still, and judge what was loaded at its own time without alarming anybody', async () => {
    await fixture.send('StartHistoryLoad', LOAD);
    await fixture.openCase('late-2013', { serviceStandard: 'swift' }, '2013-07-29T09:00:00+08:00');
    await fixture.openCase('open-2013', { serviceStandard: 'swift' }, '2013-07-29T10:00:00+08:00');
    await fixture.settled();
    expect(await said('open-2013')).toEqual([['ClockStarted', '2013-07-29T02:00:00.000Z', undefined]]);

    const due = Date.now() + MARGIN_MS;
    await fixture.openCase('of-today', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(() => Date.now() > due + 1_500, 'its time has come');
    await fixture.settled();
    expect((await said('of-today')).map(([type]) => type)).toEqual(['ClockStarted']);

    const resolution = { complaintId: 'late-2013', by: 'anna', remedy: 'replaced' };
    await fixture.send('ResolveComplaint', resolution, '2013-07-29T09:05:00+08:00');
    await fixture.settled();
    expect(await said('late-2013')).toEqual([
      ['ClockStarted', '2013-07-29T01:00:00.000Z', undefined],
      ['ClockReminded', '2013-07-29T01:00:30.000Z', false],
      ['ClockBreached', '2013-07-29T01:01:00.000Z', false],
      ['ClockEscalated', '2013-07-29T01:01:00.000Z', false],
      ['ClockMet', '2013-07-29T01:05:00.000Z', undefined],
    ]);

    await fixture.send('FinishHistoryLoad', COUNTS);
    await until(async () => (await said('open-2013')).length === 6, 'time has gone on for what was loaded');
    await until(async () => (await said('of-today')).length === 4, 'time has gone on for what is of today');
    await fixture.settled();
    expect(await said('open-2013')).toEqual([
      ['ClockStarted', '2013-07-29T02:00:00.000Z', undefined],
      ['ClockReminded', '2013-07-29T02:00:30.000Z', false],
      ['ClockBreached', '2013-07-29T02:01:00.000Z', false],
      ['ClockEscalated', '2013-07-29T02:01:00.000Z', false],
      ['ClockEscalated', '2013-07-29T03:01:00.000Z', false],
      ['ClockEscalated', '2013-07-30T02:01:00.000Z', false],
    ]);
    expect((await said('of-today')).map(([type, , alarm]) => [type, alarm])).toEqual([
      ['ClockStarted', undefined],
      ['ClockReminded', false],
      ['ClockBreached', true],
      ['ClockEscalated', true],
    ]);
  });

  it('say nothing anew when all that was stored of them is gone, and go on at the same moments', async () => {
    const clocks = ['late-2013', 'open-2013', 'of-today'];
    const before = await Promise.all(clocks.map((caseId) => fixture.said(caseId)));
    const timers = await storedTimers();
    expect(timers).toHaveLength(1);
    await fixture.stopAutomation();
    for (const table of ['watched_case', 'watched_tier', 'automation_position', 'tenure_timers._private_jobs']) {
      await fixture.dataSource.query(`DELETE FROM ${table}`);
    }
    await fixture.start();
    await fixture.settled();
    expect(await Promise.all(clocks.map((caseId) => fixture.said(caseId)))).toEqual(before);
    expect(await storedTimers()).toEqual(timers);
  });

  it('failed at nothing that happened here', () => expect(fixture.failures).toEqual([]));

  const storedTimers = (): Promise<{ key: string; due: string }[]> =>
    fixture.dataSource.query(
      `SELECT key, payload->>'dueAt' AS due FROM tenure_timers._private_jobs WHERE key LIKE 'case-clocks:%' ORDER BY key`,
    );
});

const MOMENTS = ['startedAt', 'remindedAt', 'breachedAt', 'escalatedAt', 'metAt'];

const at = (data: Readonly<Record<string, unknown>>) =>
  MOMENTS.map((name) => data[name]).find((time) => time !== undefined);
