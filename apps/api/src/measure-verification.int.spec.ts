import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, readHistory } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { improvementAutomation } from '@tenure/improvement-service';
import { found } from '@tenure/local-servers/testing';
import { ProjectedMetrics } from '@tenure/metric-service';
import { StoredProblemImpact, StoredThemedTexts } from '@tenure/theme-service';
import { opening, registering } from './testing/api.fixture';
import { startThemingApi, type ThemingApi } from './testing/theming.api';

const HOUR_MS = 3_600_000;
const CASES = 15;
const iso = (at: number): string => new Date(at).toISOString();

/** A case a day, resolved after so many hours and some minutes. */
const casesFrom = (day: string, hours: number) =>
  Array.from({ length: CASES }, (_, index) => {
    const opened = Date.parse(day) + index * 24 * HOUR_MS;
    return { id: `${day}-${index}`, opened: iso(opened), resolved: iso(opened + hours * HOUR_MS + index * 60_000) };
  });

/** Slow before, fast while it is observed and a month later, and slow again after that. */
const HISTORY = [
  ...casesFrom('2023-01-01', 10),
  ...casesFrom('2023-03-01', 2),
  ...casesFrom('2023-04-05', 2),
  ...casesFrom('2023-05-05', 12),
];
const verification = {
  metricId: 'resolution-hours',
  segment: {},
  baseline: { from: '2023-01-01T00:00:00Z', until: '2023-01-31T00:00:00Z' },
  observation: { from: '2023-03-01T00:00:00Z', until: '2023-03-31T00:00:00Z' },
  target: { atMost: 4 },
  smallestSample: 10,
};

describe('a measure that was planned in the past', () => {
  let api: ThemingApi;
  let automation: ReturnType<typeof improvementAutomation>;

  beforeAll(async () => {
    api = await startThemingApi();
    await api.write('/customers', registering('k-1', { occurredAt: '2023-01-01T00:00:00Z' }));
    for (const { id, opened, resolved } of HISTORY) {
      await api.write('/complaints', { ...opening(id), occurredAt: opened });
      await api.write(`/complaints/${id}/resolution`, { by: 'bo', remedy: 'done', occurredAt: resolved });
    }
    automation = running();
    automation.start();
    await plan('helps', verification);
    await plan('does-not', { ...verification, target: { atMost: 1 } });
    await plan('too-few', { ...verification, smallestSample: CASES + 1 });
  });
  afterAll(async () => {
    await automation.close();
    await api.close();
  });

  function running() {
    const { client, dataSource, time, commands } = api;
    return improvementAutomation({
      feed: new EventStoreFeed(client, domainCodec, () => undefined),
      client,
      dataSource,
      policies: commands.policies,
      send: (command, context) => commands.sender.send(command, context),
      now: () => time.now,
      onFailure: (error) => console.error(error),
      impacts: new StoredProblemImpact(dataSource),
      metrics: new ProjectedMetrics({
        dataSource,
        themes: new StoredThemedTexts(dataSource),
        waiter: new CheckpointWaiter(dataSource),
        waitLimitMs: 60_000,
      }),
      pollMs: 50,
      retryMs: 50,
    });
  }

  /** A problem of its own, and a measure against it that starts before it is observed. */
  async function plan(measureId: string, judgedBy: object): Promise<void> {
    const by = { by: 'wang', occurredAt: '2023-02-10T00:00:00Z' };
    const problemId = `p-${measureId}`;
    const title = { zh: '慢', en: 'Slow' };
    await api.write('/problems', {
      problemId,
      title,
      scope: { themeId: measureId },
      since: '2023-01-01T00:00:00Z',
      ...by,
    });
    await api.write(`/problems/${problemId}/whys`, {
      whyId: 'w',
      answer: 'so',
      category: 'process',
      root: true,
      evidence: [],
      ...by,
    });
    const about = {
      measureId,
      problemId,
      content: 'More people',
      causes: ['w'],
      owner: 'anna',
      resources: 'two',
      acceptance: 'fast',
    };
    const waitFor = await api.write('/measures', {
      ...about,
      startsOn: '2023-02-15',
      dueOn: '2023-03-15',
      verification: judgedBy,
      ...by,
    });
    const { digest } = (await api.read(`/measures/${measureId}`, { waitFor })).body;
    await api.write(`/measures/${measureId}/commitment`, { digest, by: 'anna', occurredAt: by.occurredAt });
    await api.write(`/measures/${measureId}/start`, { by: 'anna', occurredAt: '2023-02-15T01:00:00Z' });
  }

  const eventsOf = async (stream: string) =>
    (await readHistory(api.client, [stream])).map(({ type, data }) => ({ type, data }));
  const until = (stream: string, type: string) =>
    found(async () => {
      const events = (await eventsOf(stream)).filter((event) => event.type === type);
      return events.length > 0 ? events : undefined;
    }, `${type} in ${stream}`);

  it('is verified by what came after, at the end of its observation, and has its problem solved', async () => {
    expect(await until('measure-helps', 'MeasureVerified')).toMatchObject([
      {
        data: {
          verifiedAt: '2023-03-31T00:00:00Z',
          result: {
            verdict: 'effective',
            test: 'welch',
            baseline: { n: CASES },
            observed: { n: CASES },
            policy: { version: 1 },
          },
        },
      },
    ]);
    expect(await until('problem-p-helps', 'ProblemSolved')).toMatchObject([{ data: { measureId: 'helps' } }]);
  });

  it('has regressed in the second month after it, which opens the problem again', async () => {
    expect(await until('measure-helps', 'MeasureRegressed')).toMatchObject([
      { data: { period: 2, regressedAt: '2023-05-30T00:00:00.000Z', result: { verdict: 'not-effective' } } },
    ]);
    expect(await until('problem-p-helps', 'ProblemReopened')).toMatchObject([{ data: { because: 'regression' } }]);
  });

  it('is not effective where the target is missed, and says so where there is too little', async () => {
    expect(await until('measure-does-not', 'MeasureVerified')).toMatchObject([
      { data: { result: { verdict: 'not-effective', targetReached: false } } },
    ]);
    expect(await until('measure-too-few', 'MeasureVerified')).toMatchObject([
      { data: { result: { verdict: 'not-enough-data' } } },
    ]);
    expect((await eventsOf('problem-p-too-few')).map(({ type }) => type)).not.toContain('ProblemSolved');
  });

  it('is verified once, also where the automation begins anew and forgets what it has done', async () => {
    await automation.close();
    await api.dataSource.query(`DELETE FROM automation_position WHERE name = 'improvement'`);
    automation = running();
    automation.start();
    await plan('another', { ...verification, target: { atMost: 5 } });
    await until('measure-another', 'MeasureVerified');
    const types = (await eventsOf('measure-helps')).map(({ type }) => type);
    expect(types.filter((type) => /Verified|Regressed/.test(type))).toEqual(['MeasureVerified', 'MeasureRegressed']);
  });
});
