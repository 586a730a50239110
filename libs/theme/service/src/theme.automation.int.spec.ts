import type { Automation } from '@tenure/automation-runtime';
import { record } from '@tenure/automation-runtime/testing';
import type { OpenFoundProblem, ProblemEvidence, RecordProblemEvidence } from '@tenure/improvement-contract';
import type { DomainEvent, Outcome } from '@tenure/kernel';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { ArrayFeed } from '@tenure/projections/testing';
import type { Command } from '@tenure/shared-contract';
import type { DataSource } from 'typeorm';
import { StoredProblemCases } from './stored-problem.cases';
import { StoredProblemImpact } from './stored-problem.impact';
import { StoredThemedTexts } from './stored-themed.texts';
import { themeAutomation } from './theme.automation';
import { complaint, countAnew, history, load, NOW, on, policiesWith, title } from './testing/complaint.history';
import { emptied, openThemeTables, reached } from './testing/theme.tables';

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
    dataSource = await openThemeTables(postgres.url);
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
    countAnew();
    await emptied(dataSource);
  }

  const policies = policiesWith(() => against);
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
    await reached(feed, dataSource);
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

  const opened = (scope: object, since: string): DomainEvent => ({
    type: 'ProblemOpened',
    data: { problemId: 'p-1', title, scope, since, by: 'anna', openedAt: since },
  });
  const corrected = (sourceId: string, ids: readonly string[], correctedAt: string): DomainEvent => ({
    type: 'ThemesCorrected',
    data: { source: 'complaint', sourceId, themes: ids, by: 'anna', correctedAt },
  });
  const ofProblem = (type: string, complaintId: string, at: object): DomainEvent => ({
    type,
    data: { problemId: 'p-1', complaintId, by: 'anna', ...at },
  });
  const window = { problemId: 'p-1', from: on(0, 0), until: on(30, 0) };

  it('keeps which complaints are whose problem: by what they are about, and by what people say', async () => {
    const feed = feedOf([
      complaint(1, 'late'),
      complaint(2, 'late'),
      complaint(3, 'rude'),
      opened({ themeId: 'late' }, on(2, 0)),
    ]);
    await follow(feed);
    const impact = new StoredProblemImpact(dataSource);
    const cases = new StoredProblemCases(dataSource);
    const casesNow = async () =>
      (await cases.ofProblems([{ problemId: 'p-1', scope: {} }], { ...window, most: 9 })).map(
        ({ complaintId }) => complaintId,
      );
    expect(await casesNow()).toEqual(['c-2']);
    const tier = {
      customerId: 'k-4',
      policyId: 't',
      policyVersion: 1,
      inputs: {},
      reasons: [],
      tier: 'A',
      judgedAt: on(3),
    };
    const later = [
      complaint(4, 'late again'),
      ofProblem('ProblemCaseLinked', 'c-1', { linkedAt: on(5) }),
      ofProblem('ProblemCaseUnlinked', 'c-2', { unlinkedAt: on(6) }),
      corrected('c-3', ['late'], on(7)),
      { type: 'TierAssigned', data: tier },
      {
        type: 'ComplaintResolved',
        data: {
          complaintId: 'c-4',
          customerId: 'k-4',
          by: 'bo',
          remedy: '',
          compensation: { amountMinor: 500, currency: 'CNY' },
          resolvedAt: on(8),
        },
      },
    ];
    feed.append(...record(later, 4));
    await reached(feed, dataSource);
    expect(await casesNow()).toEqual(['c-1', 'c-3', 'c-4']);
    expect(await impact.impact(window)).toEqual({
      customers: 3,
      byTier: { A: 1, none: 2 },
      cases: 3,
      money: { CNY: 500 },
    });
    expect(await impact.impact({ ...window, until: on(6, 5) })).toMatchObject({
      cases: 3,
      byTier: { A: 1, none: 2 },
      money: {},
    });
    expect(await impact.customers('p-1', on(30))).toEqual(['k-1', 'k-3', 'k-4']);
    expect(await impact.touched(undefined)).toEqual({ problemIds: ['p-1'], position: 10n });
    expect(await impact.touched(10n)).toEqual({ problemIds: [], position: 10n });
    expect(await impact.nextChange('p-1', on(4), 90)).toBe(new Date(Date.parse(on(4)) + 1).toISOString());
    expect(await impact.nextChange('p-1', on(5), 90)).toBe(new Date(Date.parse(on(91)) + 1).toISOString());
    expect(await cases.ofComplaint('c-3')).toMatchObject({ themes: ['late'], corrected: true, problems: ['p-1'] });
  });

  it('says what texts were about by what was known at a moment', async () => {
    await follow(feedOf([complaint(1, 'late and rude'), complaint(2, '态度很差'), corrected('c-1', [], on(9))]));
    const texts = new StoredThemedTexts(dataSource);
    const find = async (asOf: string, themeId?: string) => {
      const question = { source: 'complaint', from: on(0), until: on(9), asOf, ...(themeId && { themeId }) } as const;
      return Object.fromEntries(await texts.find(question));
    };
    expect(await find(on(8))).toEqual({ 'c-1': ['late', 'rude'], 'c-2': ['rude'] });
    expect(await find(on(9))).toEqual({ 'c-2': ['rude'] });
    expect(await find(on(8), 'late')).toEqual({ 'c-1': ['late', 'rude'] });
  });

  it('finds the same again where all that it stored is lost, or a part of it is ahead', async () => {
    const feed = feedOf(history(100, 110));
    const tables = async () => ({
      counts: await dataSource.query('SELECT * FROM theme_day_count ORDER BY 1, 2'),
      texts: await dataSource.query('SELECT * FROM themed_text ORDER BY 1, 2'),
    });
    const first = await follow(feed);
    const [before, ids] = [await tables(), sent.map(({ problemId }) => problemId)];
    await first.close();
    // As after a crash: texts are there that lie ahead of the position.
    await dataSource.query('DELETE FROM automation_position');
    await dataSource.query('DELETE FROM theme_day_count');
    await dataSource.query(`UPDATE theme_automation SET state = '{}'`);
    sent = [];
    await follow(feed);
    expect(await tables()).toEqual(before);
    expect(sent.map(({ problemId }) => problemId)).toEqual(ids);
  });
});

function expectFitting(evidence: ProblemEvidence | undefined): void {
  if (!evidence) throw new Error('there is no evidence');
  expect(evidence.complaintIds).toHaveLength(Math.min(50, evidence.window.cases));
  expect(evidence.probability).toBeLessThan(evidence.bound);
}
