import type { VerificationResult } from '@tenure/improvement-contract';
import { DAY_MS } from './testing/automation.fixture';
import { ImprovementFixture } from './testing/improvement.fixture';
import { openProblem, startMeasure } from './testing/started.measures';

const finding = (verdict: VerificationResult['verdict']): VerificationResult => {
  const window = { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' };
  const spread = { kind: 'share', successes: 70 } as const;
  const value = {
    metricId: 'csat',
    segment: {},
    window,
    asOf: window.until,
    n: 100,
    value: 70,
    interval: null,
    spread,
  } as const;
  return {
    verdict,
    baseline: value,
    observed: value,
    difference: 0,
    interval: null,
    confidencePercent: 95,
    test: 'newcombe',
    targetReached: verdict === 'effective',
    reason: { zh: '如此', en: 'So it is' },
    policy: { policyId: 'improvement', version: 1 },
  };
};

describe('improvement', () => {
  let fixture: ImprovementFixture;

  beforeAll(async () => {
    fixture = await ImprovementFixture.open();
    fixture.start();
  });
  afterAll(() => fixture.stop());

  const open = (problemId: string, occurredAt?: string) => openProblem(fixture, problemId, occurredAt);
  const start = (measureId: string, problemId: string, at: string, dueInDays: number) =>
    startMeasure(fixture, { measureId, problemId, owner: 'anna', at, dueInDays });
  const priorities = (problemId: string) => fixture.values(`problem-${problemId}`, 'ProblemPrioritised', 'priority');
  const untilTypes = (stream: string, wanted: RegExp) =>
    fixture.until(async () => wanted.test(await fixture.types(stream)), `${stream}: ${String(wanted)}`);

  it('judges a problem when it is opened, estimated, and when its cases come and go', async () => {
    await open('late');
    await fixture.until(async () => (await priorities('late')).join() === 'backlog', 'it is judged');
    await fixture.send('EstimateEffort', { problemId: 'late', personDays: 2, by: 'wang' });
    await fixture.until(async () => (await priorities('late')).join() === 'backlog,P2', 'the estimate counts');
    fixture.cases.at.push(...Array.from({ length: 20 }, () => fixture.now()));
    fixture.cases.position += 1n;
    fixture.putForward(0.01);
    await fixture.until(async () => (await priorities('late')).join() === 'backlog,P2,P0', 'its cases count');
    fixture.putForward(91);
    await fixture.until(async () => (await priorities('late')).join() === 'backlog,P2,P0,P2', 'they are long past');
  });

  it('follows the cases of a time long past from one moment to the next', async () => {
    await fixture.send('StartHistoryLoad', { loadId: 'load-1', mapping: 'x', files: ['x.csv'] });
    fixture.cases.at.push(...Array.from({ length: 20 }, () => '2014-02-03T00:00:00Z'));
    await open('old', '2014-01-01T00:00:00Z');
    await fixture.send('FinishHistoryLoad', { loadId: 'load-1', read: 1, accepted: 1, known: 0, rejected: 0 });
    // Cases of the problems before count for it as well, when it is judged for the time in which they came.
    await fixture.until(async () => (await priorities('old')).length >= 3, 'it is judged three times');
    const judged = await fixture.data('problem-old', 'ProblemPrioritised');
    expect(judged.slice(0, 3)).toMatchObject([
      { priority: 'backlog', prioritisedAt: '2014-01-01T00:00:00.000Z' },
      { priority: 'P1', from: 'backlog', impact: { cases: 20, customers: 20 } },
      { priority: 'backlog', from: 'P1', impact: { cases: 0 } },
    ]);
    const [, rose, fell] = await fixture.values('problem-old', 'ProblemPrioritised', 'prioritisedAt');
    expect(Date.parse(rose ?? '') - Date.parse('2014-02-03T00:00:00Z')).toBeLessThanOrEqual(7 * DAY_MS);
    expect(Date.parse(fell ?? '') - Date.parse('2014-05-04T00:00:00Z')).toBeLessThanOrEqual(7 * DAY_MS);
  });

  it('has what was estimated for a time long past count from then until now', async () => {
    await fixture.send('EstimateEffort', { problemId: 'old', personDays: 2, by: 'wang' }, '2014-01-05T00:00:00Z');
    await fixture.until(async () => (await priorities('old')).at(-1) === 'P2', 'the estimate counts');
    const round = `SELECT due_at FROM improvement_due WHERE kind = 'problem-priority' AND key = 'old'`;
    await fixture.until(async () => {
      const [row]: { due_at: Date }[] = await fixture.dataSource.query(round);
      return row !== undefined && row.due_at > new Date(fixture.now());
    }, 'the round has come to now');
    expect((await priorities('old')).at(-1)).toBe('P2');
  });

  it('waits for the cases of a time long past, up to what somebody changed', async () => {
    const { cases } = fixture;
    const noted = async () => {
      const [row]: { dues: string }[] = await fixture.dataSource.query(
        `SELECT count(*) AS dues FROM improvement_due WHERE key LIKE 'waiting%'`,
      );
      return Number(row?.dues);
    };
    cases.position = 0n;
    await open('waiting', '2015-01-01T00:00:00Z');
    await open('waiting-too', '2015-01-02T00:00:00Z');
    await fixture.until(async () => (await noted()) === 2, 'both are due');
    cases.at.push(...Array.from({ length: 20 }, () => '2014-12-20T00:00:00Z'));
    cases.position = 10n ** 18n + 2n;
    await fixture.until(async () => (await priorities('waiting-too')).length > 0, 'both are judged');
    expect([(await priorities('waiting'))[0], (await priorities('waiting-too'))[0]]).toEqual(['P1', 'P1']);
  });

  it('tells of what is overdue once for each step, and of the past without alarm', async () => {
    const overdue = (measureId: string) => fixture.data(`measure-${measureId}`, 'MeasureOverdue');
    await start('m-late', 'late', fixture.now(), 40);
    fixture.putForward(8.1);
    await fixture.until(async () => (await overdue('m-late')).length === 1, 'progress is missed');
    expect(await overdue('m-late')).toMatchObject([{ what: 'progress', step: 1, notify: ['owner'], alarm: true }]);
    await fixture.send('ReportMeasureProgress', { measureId: 'm-late', percent: 10, note: 'on it', by: 'anna' });
    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    fixture.putForward(60);
    await fixture.until(async () => (await overdue('m-late')).length === 7, 'all steps are taken');
    const values = (name: string) => fixture.values('measure-m-late', 'MeasureOverdue', name);
    const numbers = await values('step');
    const steps = (await values('what')).map((what, index) => `${what} ${numbers[index]}`);
    expect(steps.toSorted()).toEqual([
      ...['completion 1', 'completion 2', 'completion 3'],
      ...['progress 1', 'progress 1', 'progress 2', 'progress 3'],
    ]);
    expect((await values('alarm')).slice(1)).not.toContain('true');
  });

  it('has problems solved by what was effective, and opened again by what was not, or is no more, once', async () => {
    const at = fixture.now();
    for (const [measureId, problemId] of [
      ['m-good', 'p-good'],
      ['m-bad', 'p-bad'],
      ['m-few', 'p-few'],
    ] as const) {
      await open(problemId, at);
      await start(measureId, problemId, at, 20);
    }
    fixture.putForward(3);
    await fixture.verify('m-good', finding('effective'));
    await fixture.verify('m-bad', finding('not-effective'));
    await fixture.verify('m-few', finding('not-enough-data'));
    await untilTypes('problem-p-good', /ProblemSolved$/);
    await untilTypes('problem-p-bad', /ProblemReopened/);
    expect(await fixture.data('problem-p-bad', 'ProblemReopened')).toMatchObject([
      { because: 'measure-not-effective', measureId: 'm-bad', by: 'tenure', why: '如此 So it is' },
    ]);
    await fixture.regress('m-good', finding('not-effective'));
    await untilTypes('problem-p-good', /ProblemSolved,ProblemReopened/);
    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    await open('last');
    await fixture.until(async () => (await priorities('last')).length === 1, 'all is read again');
    expect((await fixture.types('problem-p-good')).match(/Solved|Reopened/g)).toEqual(['Solved', 'Reopened']);
    expect((await fixture.types('problem-p-bad')).match(/Solved|Reopened/g)).toEqual(['Reopened']);
    expect(await fixture.types('problem-p-few')).not.toMatch(/Solved|Reopened/);
    expect(fixture.failures).toEqual([]);
  });

  it('tries again what could not be recorded', async () => {
    await fixture.stopAutomation();
    let failing = 2;
    fixture.start((command, context) => {
      if (command.type === 'PrioritiseProblem' && failing-- > 0) throw new Error('not now');
      return fixture.commands.sender.send(command, context);
    });
    await open('again');
    await fixture.until(async () => (await priorities('again')).length === 1, 'it is judged at last');
    expect(fixture.failures.splice(0)).toEqual(['Error: not now', 'Error: not now']);
  });
});
