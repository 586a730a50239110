import { DateTime } from 'luxon';
import type { ImprovementContent, ThemesContent } from '@tenure/policy-contract';
import type { MetricValue } from '@tenure/metric-contract';
import { get, post } from '../lifecycle/lifecycle.answers';
import { readPolicy } from '../standards/judged.history';
import type { Stack } from '../testing/stack';
import { startImproving } from './improving.stack';
import {
  evidenceLines,
  foundEvidence,
  measuredShare,
  plainEvidence,
  type FoundProblem,
  type MonthReport,
  type SimulatedMeasure,
  type ThemesOfMonth,
} from './improvement.answers';
import { countedComplaints, themesOfReview, writeHistory } from './olist.history';
import { complaintsAmong, hasOlist, readReviews, ZONE, type Review } from './olist.rows';
import { dayNumber, monthsOf } from './plain.months';
import { PlainProblems } from './plain.problems';
import { newcombe } from './plain.statistics';

/** After the last answer. */
const NOW = '2018-11-15T00:00:00-02:00';
/** Here somebody looks at what was found so far. */
const CUT = '2017-07-01';
const REVIEWED_AT = `${CUT}T00:00:00-03:00`;
const LIMIT_MS = 600_000;
const POLICIES = ['olist.service-standard', 'olist.survey', 'olist.themes', 'olist.improvement'];
const MONTHS = monthsOf('2016-10', '2018-10', ZONE);

const describeWithOlist = hasOlist ? describe : describe.skip;

describeWithOlist('the reviews of Olist', () => {
  let stack: Stack;
  let url: string;
  let reviews: readonly Review[];
  let themes: ThemesContent;
  let improvement: ImprovementContent;
  let history: Awaited<ReturnType<typeof writeHistory>>;

  beforeAll(async () => {
    const [started, written] = await Promise.all([startImproving(POLICIES, NOW), writeHistory(CUT)]);
    stack = started;
    history = written;
    const [first = ''] = history.files;
    reviews = await readReviews();
    themes = await readPolicy<ThemesContent>('olist.themes');
    improvement = await readPolicy<ImprovementContent>('olist.improvement');
    url = await stack.apiUrl();
    await stack.importSample('olist', first);
    await stack.settled();
  }, LIMIT_MS);
  afterAll(async () => {
    await stack.stop();
    await history.remove();
  });

  const foundSince = async (moment: string): Promise<FoundProblem[]> => {
    const { items } = await get<{ items: { problemId: string; openedAt: string }[] }>(url, '/problems?limit=100');
    const found = items.filter(({ openedAt }) => openedAt >= moment).map(({ problemId }) => problemId);
    const problems = await Promise.all(
      found.map((id) => get<FoundProblem>(url, `/problems/${encodeURIComponent(id)}`)),
    );
    return problems.sort((one, other) => (one.openedAt < other.openedAt ? -1 : 1));
  };

  it(
    'opens the problems that a plain pass over the files finds, with its figures, before and after people deal with them',
    async () => {
      const counted = countedComplaints(reviews, themes);
      const plain = new PlainProblems(improvement.detection);
      const cut = dayNumber(Date.parse(REVIEWED_AT), ZONE);
      const early = plain.judge(counted.filter(({ day }) => day < cut));
      console.log(evidenceLines(early));
      const found = await foundSince('');
      expect(found.every(({ by, status }) => by === 'tenure' && status === 'open')).toBe(true);
      expect(foundEvidence(found)).toEqual(plainEvidence(early));

      for (const { problemId } of found) {
        const dismissal = { why: 'There are more orders than there were', by: 'lin', occurredAt: REVIEWED_AT };
        await post(url, `/problems/${encodeURIComponent(problemId)}/dismissal`, dismissal);
      }
      plain.endAll(cut);
      await stack.settled();
      await stack.importSample('olist', history.files[1] ?? '');
      await stack.settled();
      const late = plain.judge(counted.filter(({ day }) => day >= cut));
      console.log(evidenceLines(late));
      expect(late.length).toBeGreaterThan(0);
      expect(foundEvidence(await foundSince(REVIEWED_AT))).toEqual(plainEvidence(late));
    },
    LIMIT_MS,
  );

  const answeredIn = ({ from, until }: { readonly from: number; readonly until: number }) =>
    reviews.filter(({ answeredAt }) => answeredAt >= from && answeredAt < until);

  it.each([undefined, 'delivered-late', 'not-delivered', 'delivered-in-time'])(
    'has the satisfaction of each month that a plain pass gives, with its interval, of deliveries: %s',
    async (label) => {
      const ofLabel = label === undefined ? '' : `&label=${label}`;
      const path = `/customer-metrics/csat/months?survey=olist-review&from=2016-10&to=2018-10${ofLabel}`;
      const values = await get<MetricValue[]>(url, path);
      const scores = MONTHS.map((month) =>
        answeredIn(month).filter((one) => label === undefined || one.label === label),
      );
      console.log(scores.map((all) => `${all.length}: ${all.filter(({ score }) => score >= 4).length}`).join('  '));
      expect(values.map(({ n, value, interval }) => ({ n, value, interval }))).toEqual(
        scores.map((all) => measuredShare(all.filter(({ score }) => score >= 4).length, all.length)),
      );
    },
  );

  it.each(['complaint', 'answer'])('counts the themes of each month as a plain pass does: %s', async (source) => {
    const [from, until] = [MONTHS[0]?.from ?? 0, MONTHS.at(-1)?.until ?? 0].map((at) => new Date(at).toISOString());
    const all = await get<ThemesOfMonth[]>(url, `/themes?from=${from}&to=${until}&source=${source}`);
    const expected = MONTHS.map((month) => {
      const texts = textsOf(source, answeredIn(month));
      const found = texts.map((review) => themesOfReview(themes, review));
      return {
        month: month.month,
        texts: texts.length,
        themed: found.filter((ids) => ids.length > 0).length,
        ...tally(found),
      };
    });
    const counted = all
      .filter((one) => one.source === source)
      .map(({ month, texts, themed, themes: ids }) => ({
        month,
        texts,
        themed,
        themes: Object.fromEntries(ids.map(({ themeId, texts: count }) => [themeId, count])),
      }));
    expect(counted).toEqual(expected.filter(({ texts }) => texts > 0));
  });

  it.each([
    ['effective', '2018-02-01', '2018-04-01', '2018-06-01', '2018-08-01', 60],
    ['not-effective', '2017-10-01', '2017-12-01', '2018-01-01', '2018-03-01', 60],
  ] as const)(
    'tries a measure on a date in history by the answers after it: %s',
    async (verdict, baselineFrom, baselineUntil, from, until, atLeast) => {
      const windowOf = (first: string, end: string) => ({ from: startOf(first), until: startOf(end) });
      const { result } = await post<SimulatedMeasure>(url, '/measures/simulate', {
        startsOn: baselineUntil,
        dueOn: from,
        verification: {
          metricId: 'csat',
          segment: { surveyId: 'olist-review' },
          baseline: windowOf(baselineFrom, baselineUntil),
          observation: windowOf(from, until),
          target: { atLeast },
          smallestSample: 100,
        },
      });
      const [before, after] = [windowOf(baselineFrom, baselineUntil), windowOf(from, until)].map((window) => {
        const all = answeredIn({ from: Date.parse(window.from), until: Date.parse(window.until) });
        return { n: all.length, successes: all.filter(({ score }) => score >= 4).length };
      });
      if (!before || !after) throw new Error('there are two windows');
      const { low, high } = newcombe(before, after);
      console.log(result.reason.en, result.reason.zh);
      expect(result).toMatchObject({
        verdict,
        baseline: { n: before.n, value: expect.closeTo((100 * before.successes) / before.n, 9) },
        observed: { n: after.n, value: expect.closeTo((100 * after.successes) / after.n, 9) },
        interval: { low: expect.closeTo(100 * low, 6), high: expect.closeTo(100 * high, 6) },
      });
    },
  );

  it('reports a month with the volumes and the satisfaction that a plain pass gives', async () => {
    const report = await get<MonthReport>(url, '/reports/months/2018-03?format=json');
    const [before, now] = ['2018-02', '2018-03'].map((month) => {
      const answered = answeredIn(MONTHS.find((one) => one.month === month) ?? { from: 0, until: 0 });
      const complaints = complaintsAmong(answered);
      return {
        cases: complaints.length,
        themes: tally(complaints.map((review) => themesOfReview(themes, review))).themes,
        csat: measuredShare(answered.filter(({ score }) => score >= 4).length, answered.length),
      };
    });
    expect(report.volumes.total).toEqual({ now: now?.cases, before: before?.cases });
    expect(Object.fromEntries(report.volumes.byTheme.map(({ key, now: count }) => [key, count]))).toEqual(now?.themes);
    expect(report.metrics.find(({ now: { metricId } }) => metricId === 'csat')).toMatchObject({
      now: now?.csat,
      before: before?.csat,
    });
  });
});

/** São Paulo is three hours behind UTC, two in its summer. */
const startOf = (day: string): string => DateTime.fromISO(day, { zone: ZONE }).toISO() ?? '';

/** An answer without words counts as well: its labels may be those of a theme. */
const textsOf = (source: string, answered: readonly Review[]): readonly Review[] =>
  source === 'complaint' ? complaintsAmong(answered) : answered;

function tally(found: readonly (readonly string[])[]): { readonly themes: Record<string, number> } {
  const themes: Record<string, number> = {};
  for (const themeId of found.flat()) themes[themeId] = (themes[themeId] ?? 0) + 1;
  return { themes };
}
