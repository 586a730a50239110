import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MetricValue } from '@tenure/metric-contract';
import type { Stack } from '../testing/stack';
import { SAMPLES } from '../standards/judged.history';
import { startImproving } from './improving.stack';
import { hasOlist, OLIST, readReviews, ZONE, type Review } from './olist.rows';
import { monthsOf } from './plain.months';
import { wilson } from './plain.statistics';
import { get } from '../lifecycle/lifecycle.answers';

/** After the last answer. */
const NOW = '2018-11-15T00:00:00-02:00';
const LIMIT_MS = 300_000;
const POLICIES = ['olist.service-standard', 'olist.survey', 'olist.themes', 'olist.improvement'];

const describeWithOlist = hasOlist ? describe : describe.skip;

describeWithOlist('the reviews of Olist', () => {
  let stack: Stack;
  let reviews: Review[];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-olist-'));
    const file = join(folder, 'olist.csv');
    const [started] = await Promise.all([startImproving(POLICIES, NOW), writeHistory(file)]);
    stack = started;
    reviews = await readReviews();
    const t = Date.now();
    const summary = await stack.importSample('olist', file);
    console.log(JSON.stringify(summary), Date.now() - t);
    await stack.settled();
    console.log('settled', Date.now() - t);
  }, LIMIT_MS);
  afterAll(async () => {
    await stack.stop();
    await rm(folder, { recursive: true });
  });

  const monthly = async (path: string) => get<MetricValue[]>(await stack.apiUrl(), `/customer-metrics/${path}`);

  it('has the satisfaction of each month that a plain pass over the files gives, with its interval', async () => {
    const values = await monthly('csat/months?survey=olist-review&from=2016-10&to=2018-10');
    const expected = monthsOf('2016-10', '2018-10', ZONE).map(({ from, until }) => {
      const scores = reviews.filter(({ answeredAt }) => answeredAt >= from && answeredAt < until);
      return shareOf(scores.filter(({ score }) => score >= 4).length, scores.length);
    });
    console.log(expected.map(({ n, value }) => `${n}: ${value?.toFixed(1)}`).join('  '));
    expect(values.map(({ n, value, interval }) => ({ n, value, interval }))).toEqual(expected.map(asMeasured));
  });
});

async function writeHistory(file: string): Promise<void> {
  const script = join(SAMPLES, 'olist.history.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, OLIST], { maxBuffer: 64 * 1024 * 1024 });
  await promisify((text: string, done: (error?: Error | null) => void) => createWriteStream(file).end(text, done))(
    stdout,
  );
}

interface MeasuredShare {
  readonly n: number;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** In percent, as the platform has shares. */
function shareOf(successes: number, n: number): MeasuredShare {
  if (n === 0) return { n, value: null, interval: null };
  const { low, high } = wilson(successes, n);
  return { n, value: (100 * successes) / n, interval: { low: 100 * low, high: 100 * high } };
}

const asMeasured = ({ n, value, interval }: MeasuredShare) => ({
  n,
  value: value === null ? null : expect.closeTo(value, 9),
  interval: interval && { low: expect.closeTo(interval.low, 6), high: expect.closeTo(interval.high, 6) },
});
