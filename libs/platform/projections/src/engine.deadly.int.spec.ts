import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { listParked, requestRetry } from './parking.requests';
import { ArrayFeed } from './testing/array.feed';
import { DEADLY_POSITION, deadlyLog } from './testing/deadly.process';
import { openEngineFixture, untilStatus } from './testing/engine.fixture';
import { expectFold } from './testing/sample.database';

/** Compiled, as other processes run it. */
const PROGRAM = join(__dirname, '../dist/testing/deadly.process.js');

describe('ProjectionEngine, when an event ends the process,', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  async function runProjector(): Promise<{ exitCode: number | null; signal: string | null }> {
    const child = spawn(process.execPath, [PROGRAM, fixture.url], { stdio: ['ignore', 'inherit', 'inherit'] });
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null];
    return { exitCode, signal };
  }

  it('is parked unhandled after three counted attempts, and everything else is folded', async () => {
    const ends = [await runProjector()];
    while (ends.at(-1)?.signal === 'SIGKILL' && ends.length < 20) ends.push(await runProjector());
    expect(ends.at(-1)).toEqual({ exitCode: 0, signal: null });
    // Three starts that came to nothing, and three in which the event was tried by itself.
    expect(ends).toHaveLength(7);
    const isFolded = ({ position, metadata }: (typeof deadlyLog)[number]) =>
      position < DEADLY_POSITION || metadata.customerId !== 'owner of account 3';
    await expectFold(fixture.dataSource, deadlyLog.filter(isFolded), deadlyLog);
    const [parked, ...others] = await listParked(fixture.dataSource);
    expect(others).toEqual([]);
    expect(parked).toMatchObject({ projection: 'account-balance', position: DEADLY_POSITION });
    expect(parked?.error).toMatch(/the process ended each of the 3 times that it was handled/);
  });

  it('does not try such an event again by itself, and does when somebody asks for it', async () => {
    for (let end = await runProjector(); end.signal === 'SIGKILL'; end = await runProjector());
    expect(await runProjector()).toEqual({ exitCode: 0, signal: null });
    const feed = new ArrayFeed();
    feed.append(...deadlyLog);
    const engine = fixture.start(feed);
    await requestRetry(fixture.dataSource, 'account-balance', 'owner of account 3', 'anna');
    await untilStatus(engine, ([balance]) => balance?.parked === 0);
    await expectFold(fixture.dataSource, deadlyLog);
  });
});
