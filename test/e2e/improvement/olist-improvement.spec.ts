import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stack } from '../testing/stack';
import { SAMPLES } from '../standards/judged.history';
import { startImproving } from './improving.stack';
import { hasOlist, OLIST, readReviews, type Review } from './olist.rows';

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

  it('x', async () => {
    console.log(reviews.length, await (await fetch(`${await stack.apiUrl()}/surveys`)).text());
    console.log(
      await (
        await fetch(`${await stack.apiUrl()}/feedback/scores?surveyId=olist-review&from=2017-01&to=2018-10`)
      ).text(),
    );
  });
});

async function writeHistory(file: string): Promise<void> {
  const script = join(SAMPLES, 'olist.history.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, OLIST], { maxBuffer: 64 * 1024 * 1024 });
  await promisify((text: string, done: (error?: Error | null) => void) => createWriteStream(file).end(text, done))(
    stdout,
  );
}
