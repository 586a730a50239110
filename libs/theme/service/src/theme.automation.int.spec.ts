import { CreateAutomationPosition1700000001000, type Automation } from '@tenure/automation-runtime';
import { record } from '@tenure/automation-runtime/testing';
import type { OpenFoundProblem, ProblemEvidence, RecordProblemEvidence } from '@tenure/improvement-contract';
import type { DomainEvent, Outcome } from '@tenure/kernel';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import type { ImprovementContent, PolicyBook, ThemesContent } from '@tenure/policy-contract';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { ArrayFeed } from '@tenure/projections/testing';
import type { Command } from '@tenure/shared-contract';
import type { DataSource } from 'typeorm';
import { themeAutomation } from './theme.automation';
import { themeEntities, themeMigrations } from './theme.tables';

const title = { zh: '', en: '' };
const themes: ThemesContent = {
  steps: [{ stepId: 'delivery', title: { zh: '交付', en: 'Delivery' } }],
  themes: [
    { themeId: 'late', title: { zh: '交付延迟', en: 'Late delivery' }, step: 'delivery', anyOf: [{ all: ['late'] }] },
    { themeId: 'rude', title: { zh: '态度', en: 'Attitude' }, anyOf: [{ all: ['rude'] }, { all: ['态度'] }] },
  ],
};
const improvement = (against: 'time' | 'all-complaints'): ImprovementContent => ({
  timeZone: 'Asia/Shanghai',
  detection: {
    groups: ['theme', 'product', 'step'],
    windowDays: 7,
    baselineDays: 56,
    against,
    leastCases: 5,
    leastRisePercent: 50,
    falseAlarmsPerYear: 5,
  },
  priority: {
    windowDays: 90,
    tierWeights: [],
    highImpact: { weightedCustomers: 10, cases: 10 },
    hardFromPersonDays: 10,
  },
  measures: { progressEveryDays: 7, overdue: [] },
  verification: { confidencePercent: 95, regression: { everyDays: 30, times: 1 } },
});
const policy = (kind: string, content: object): object => ({
  policyId: kind,
  kind,
  version: 1,
  effectiveFrom: '2000-01-01T00:00:00+08:00',
  title,
  content,
  by: 'anna',
  publishedAt: '2000-01-01T00:00:00+08:00',
});
const FIRST = Date.parse('2024-01-01T00:00:00+08:00');
const DAY_MS = 86_400_000;
const on = (day: number, hour = 9): string => new Date(FIRST + day * DAY_MS + hour * 3_600_000).toISOString();
const NOW = on(150);

let number = 0;
const complaint = (day: number, subject: string, product?: string, hour = 9): DomainEvent => {
  number++;
  const data = { complaintId: `c-${number}`, customerId: `k-${number % 7}`, channel: 'email', subject, owner: 'bo' };
  return { type: 'ComplaintOpened', data: { ...data, ...(product && { product }), openedAt: on(day, hour) } };
};
/** Two a day, of which every third day one is late; and many that are from a day on. */
const history = (risesOn: number, days: number): DomainEvent[] =>
  Array.from({ length: days }, (_day, day) => [
    complaint(day, day % 3 === 0 ? 'It was late' : 'The price', 'shoes'),
    complaint(day, 'Somebody was rude', 'hats', 10),
    ...(day >= risesOn ? [1, 2, 3, 4].map((hour) => complaint(day, 'Late again', undefined, 11 + hour)) : []),
  ]).flat();
const load = (type: 'HistoryLoadStarted' | 'HistoryLoadFinished'): DomainEvent => ({ type, data: { loadId: 'l-1' } });

const TABLES = [
  'themed_text',
  'theme_day_count',
  'problem_case',
  'problem_touch',
  'case_money',
  'tier_since',
  'automation_position',
];

type Sent = (OpenFoundProblem | RecordProblemEvidence) & { readonly type: string };

describe('the automation of themes', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;
  let running: Automation | undefined;
  let against: 'time' | 'all-complaints' = 'time';
  let sent: Sent[] = [];
  const failures: unknown[] = [];

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await createDataSource({
      url: postgres.url,
      entities: themeEntities,
      migrations: [CreateAutomationPosition1700000001000, ...themeMigrations],
    });
    await runMigrations(dataSource);
  });
  beforeEach(() => {
    against = 'time';
  });
  afterEach(async () => {
    await running?.close();
    expect(failures.splice(0)).toEqual([]);
    await clear();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  async function clear(): Promise<void> {
    sent = [];
    number = 0;
    for (const table of TABLES) await dataSource.query(`DELETE FROM ${table}`);
    await dataSource.query(`UPDATE theme_automation SET state = '{}'`);
  }

  const policies = {
    versions: async (kind: string) => [kind === 'themes' ? policy(kind, themes) : policy(kind, improvement(against))],
  } as unknown as PolicyBook;
  /** Stands for the bus: what problems say is put into the log by the tests. */
  const send = async (command: Command): Promise<Outcome> => {
    sent.push(command as Sent);
    return { status: 'accepted' } as Outcome;
  };

  async function follow(feed: ArrayFeed): Promise<Automation> {
    const onFailure = (error: unknown) => void failures.push(error);
    const automation = themeAutomation({ feed, dataSource, policies, send, now: () => NOW, onFailure, pollMs: 20 });
    running = automation;
    automation.start();
    const head = (await feed.head()) ?? 0n;
    const stored = async () => {
      const [row]: { position: string | null }[] = await dataSource.query('SELECT position FROM automation_position');
      return BigInt(row?.position ?? 0);
    };
    for (const end = Date.now() + 15_000; (await stored()) < head;) {
      if (Date.now() > end) throw new Error(`position ${head} was not reached: ${failures.map(String).join()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return automation;
  }

  const feedOf = (events: readonly DomainEvent[], batchSize = 50): ArrayFeed => {
    const feed = new ArrayFeed({ batchSize });
    feed.append(...record(events));
    return feed;
  };

  const scopesOf = () => sent.map(({ type, evidence }) => [type, evidence.scope, evidence.window.until]);

  it.each(['time', 'all-complaints'] as const)(
    'opens one problem for one rise, in whatever batches it comes (%s)',
    async (rule) => {
      against = rule;
      const events = history(100, 110);
      const found: unknown[] = [];
      for (const batchSize of [1_000, 7]) {
        const automation = await follow(feedOf(events, batchSize));
        found.push(scopesOf());
        expect(sent[0]).toMatchObject({ type: 'OpenFoundProblem', by: 'tenure', scope: { themeId: 'late' } });
        expect(sent.filter(({ type }) => type === 'OpenFoundProblem')).toHaveLength(1);
        expectFitting(sent[0]?.evidence);
        await automation.close();
        await clear();
      }
      expect(found[1]).toEqual(found[0]);
    },
  );

  it('judges history once it is there, each day by what was before, in whatever order it was loaded', async () => {
    const events = history(100, 140);
    const backwards = [load('HistoryLoadStarted'), ...events.toReversed(), load('HistoryLoadFinished')];
    await follow(feedOf(backwards));
    const [first] = sent;
    expect(first).toMatchObject({ type: 'OpenFoundProblem', scope: { themeId: 'late' } });
    expect(Date.parse(first?.occurredAt ?? '')).toBeLessThan(Date.parse(on(104)));
    expect(sent.filter(({ type }) => type === 'OpenFoundProblem')).toHaveLength(1);
  });
});

function expectFitting(evidence: ProblemEvidence | undefined): void {
  if (!evidence) throw new Error('there is no evidence');
  expect(evidence.complaintIds).toHaveLength(Math.min(50, evidence.window.cases));
  expect(evidence.probability).toBeLessThan(evidence.bound);
}
