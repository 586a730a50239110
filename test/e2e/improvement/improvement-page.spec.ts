import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { VerificationResult } from '@tenure/improvement-contract';
import type { ImprovementContent, ThemesContent } from '@tenure/policy-contract';
import { get } from '../lifecycle/lifecycle.answers';
import { readPolicy, SAMPLES } from '../standards/judged.history';
import { startStack, type Stack } from '../testing/stack';
import { readComplaints, ZONE, type BureauComplaint } from './cfpb.rows';
import { evidenceLines, foundEvidence, plainEvidence, type FoundProblem } from './improvement.answers';
import { asPageSays, commandsOf, runIn, workplace } from './page.commands';
import { dayNumber } from './plain.months';
import { PlainProblems } from './plain.problems';
import { meanOf, newcombe, welch } from './plain.statistics';

const DOCS = join(__dirname, '../../../docs');
const CFPB = join(SAMPLES, 'cfpb/consumer_complaints_2013-2017.csv.gz');
const LIMIT_MS = 600_000;
const THEME = 'collection-tactics';
/** What makes the platform do something by itself, at its own pace. */
const HAS_CONSEQUENCES = /import|effort|measures start/;
const JUDGED_WITHIN_MS = 3_000;

interface Standing {
  readonly priority?: string | null;
  readonly stage?: string;
  readonly verdict?: string | null;
}

const pageOf = (name: string) => commandsOf(readFileSync(join(DOCS, name), 'utf8'));
const page = pageOf('improvement.md');

it('the page on improvement is the same in Chinese, but for its words', () => {
  expect(pageOf('improvement.zh.md')).toEqual(page);
});

describe('the page on improvement', () => {
  let stack: Stack;
  let url: string;
  let place: Awaited<ReturnType<typeof workplace>>;
  let complaints: readonly BureauComplaint[];

  beforeAll(async () => {
    [stack, place] = await Promise.all([startStack({ notices: true }), workplace()]);
    url = await stack.apiUrl();
    complaints = await readComplaints(CFPB, await readPolicy<ThemesContent>('cfpb-issues.themes'));
  }, LIMIT_MS);
  afterAll(async () => {
    await stack.stop();
    await place.remove();
  });

  const standings = async () =>
    Promise.all(['/problems', '/measures'].map((path) => get<{ items: readonly Standing[] }>(url, path)));

  /** What has come due and is not done yet, put off or brought forward; one kind comes due every two seconds for ever. */
  const due = async () => {
    const [found] = await stack.dataSource.query<{ dues: number }[]>(
      `SELECT count(*)::int AS dues FROM improvement_due
       WHERE kind <> 'touched-problems' AND LEAST(due_at, look_at) <= now()`,
    );
    return found?.dues;
  };

  /** Resolves when all that was begun is judged, and is no further judged for a while. */
  const decided = async () => {
    for (let before = ''; ; await delay(JUDGED_WITHIN_MS)) {
      await stack.settled();
      const dues = await due();
      const [problems, measures] = await standings();
      const now = JSON.stringify([problems, measures]);
      const isJudged =
        problems?.items.every(({ priority }) => priority !== null) &&
        measures?.items.every(({ stage, verdict }) => verdict !== null || stage === 'planned' || stage === 'committed');
      if (dues === 0 && isJudged && now === before) return;
      before = now;
    }
  };

  it(
    'says what its commands print, one after the other',
    async () => {
      const settings = await stack.settings();
      for (const { command, printed } of page) {
        const lines = await runIn(place.folder, command, settings);
        await (HAS_CONSEQUENCES.test(command) ? decided() : stack.settled());
        if (printed.length > 0) expect([command, ...asPageSays(lines, printed)]).toEqual([command, ...printed]);
      }
    },
    LIMIT_MS,
  );

  it('tells of the problem that a plain pass over the file finds, with its figures', async () => {
    const { detection } = await readPolicy<ImprovementContent>('cfpb-by-share.improvement');
    const { themes } = await readPolicy<ThemesContent>('cfpb-issues.themes');
    const stepOf = new Map(themes.map(({ themeId, step }) => [themeId, step]));
    const plain = new PlainProblems(detection).judge(
      complaints.map(({ receivedAt, product, themes: ids }, index) => ({
        id: `${index}`,
        day: dayNumber(receivedAt, ZONE),
        groups: ids.flatMap((id) => [`theme:${id}`, `step:${stepOf.get(id)}`]).concat(`product:${product}`),
      })),
    );
    console.log(evidenceLines(plain));
    const { items } = await get<{ items: { problemId: string }[] }>(url, '/problems');
    const ids = items.map(({ problemId }) => problemId).filter((id) => id.startsWith('found.'));
    const found = await Promise.all(ids.map((id) => get<FoundProblem>(url, `/problems/${id}`)));
    expect(foundEvidence(found)).toEqual(plainEvidence(plain));
  });

  const verified = async (measureId: string) => {
    const { verified: finding } = await get<{ verified: { result: VerificationResult } }>(
      url,
      `/measures/${measureId}`,
    );
    return finding.result;
  };

  /** Answers of cases that were received in the window, and answered by its end. */
  const answeredIn = (from: string, until: string) =>
    complaints.flatMap(({ themes, receivedAt, answeredAt, disputed }) =>
      themes.includes(THEME) &&
      receivedAt >= Date.parse(from) &&
      receivedAt < Date.parse(until) &&
      answeredAt !== undefined &&
      answeredAt <= Date.parse(until)
        ? [{ hours: (answeredAt - receivedAt) / 3_600_000, disputed }]
        : [],
    );
  const BASELINE = ['2013-06-01T00:00:00-04:00', '2014-01-01T00:00:00-05:00'] as const;

  it('tells of a measure that was effective, by figures that a plain count gives', async () => {
    const [before, after] = [
      answeredIn(...BASELINE),
      answeredIn('2016-01-01T00:00:00-05:00', '2016-07-01T00:00:00-04:00'),
    ].map((answers) => meanOf(answers.map(({ hours }) => hours)));
    if (!before || !after) throw new Error('nothing was answered');
    const { low, high } = welch(before, after);
    console.log(before, after, { low, high });
    expect(await verified('answer-portal')).toMatchObject({
      verdict: 'effective',
      baseline: { n: before.n, value: expect.closeTo(before.mean, 6) },
      observed: { n: after.n, value: expect.closeTo(after.mean, 6) },
      difference: expect.closeTo(after.mean - before.mean, 6),
      interval: { low: expect.closeTo(low, 3), high: expect.closeTo(high, 3) },
    });
  });

  it('tells of a measure that was not, by figures that a plain count gives', async () => {
    const [before, after] = [
      answeredIn(...BASELINE),
      answeredIn('2016-01-01T00:00:00-05:00', '2016-06-01T00:00:00-04:00'),
    ].map((answers) => {
      const known = answers.filter(({ disputed }) => disputed !== undefined);
      return { n: known.length, successes: known.filter(({ disputed }) => disputed).length };
    });
    if (!before || !after) throw new Error('nothing was answered');
    const { low, high } = newcombe(before, after);
    console.log(before, after, { low, high });
    expect(await verified('plain-letters')).toMatchObject({
      verdict: 'not-effective',
      baseline: { n: before.n, value: expect.closeTo((100 * before.successes) / before.n, 9) },
      observed: { n: after.n, value: expect.closeTo((100 * after.successes) / after.n, 9) },
      interval: { low: expect.closeTo(100 * low, 6), high: expect.closeTo(100 * high, 6) },
    });
  });
});
