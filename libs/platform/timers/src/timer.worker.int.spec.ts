import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '@tenure/local-servers/testing';
import type { TimerHandler } from './timer';
import { deadline, inMs, TimersFixture } from './testing/timers.fixture';

/** Compiled, as other processes run it. */
const STUCK = join(__dirname, '../dist/testing/stuck.process.js');

describe('timers', () => {
  let fixture: TimersFixture;

  beforeAll(async () => {
    fixture = await TimersFixture.open();
    await fixture.pool.query('CREATE TABLE effect (key text PRIMARY KEY)');
  });
  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  it('of a worker that is killed in the midst of them are carried out by another', async () => {
    await fixture.set(['a', 'b', 'c'].map((key) => deadline(key, inMs(-1))));
    const child = spawn(process.execPath, [STUCK, fixture.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const begun: string[] = [];
    createInterface(child.stdout).on('line', (key) => begun.push(key));
    await until(() => begun.length === 3);
    // It lives, and so do its jobs: nobody else takes them.
    fixture.start();
    await until(
      async () =>
        (
          await fixture.pool.query(
            `SELECT FROM pg_stat_activity WHERE application_name = 'tenure timers' AND query LIKE '%holder%'`,
          )
        ).rowCount !== 0,
    );
    expect(fixture.carriedOut).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'close');
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('that were fetched and not begun when their worker was closed are left to the next one', async () => {
    await fixture.set(Array.from({ length: 100 }, (_, index) => deadline(`d-${index}`, inMs(-1))));
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const first = fixture.start(async (timer) => {
      fixture.carriedOut.push(timer);
      await finished;
    });
    await until(() => fixture.carriedOut.length === 32);
    const closing = first.close();
    finish();
    await closing;
    expect([fixture.carriedOut.length, await fixture.left()]).toEqual([32, 68]);
    fixture.start();
    await fixture.allDone();
    expect(new Set(fixture.carriedOut.map(({ key }) => key)).size).toBe(100);
    expect(fixture.carriedOut).toHaveLength(100);
    expect(fixture.failures).toEqual([]);
  });

  it('survive a restart of their worker', async () => {
    await fixture.set([deadline('a', inMs(300))]);
    await fixture.start().close();
    fixture.start();
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ key }) => key)).toEqual(['a']);
  });

  it('of a thousand at once are carried out once each, by two workers together', async () => {
    const dueAt = inMs(500);
    const applied: TimerHandler = async ({ key }) => {
      fixture.carriedOut.push(deadline(key, dueAt));
      await fixture.pool.query('INSERT INTO effect VALUES ($1)', [key]);
    };
    fixture.start(applied);
    fixture.start(applied);
    await fixture.set(Array.from({ length: 1_000 }, (_, index) => deadline(`d-${index}`, dueAt)));
    await fixture.allDone();
    expect(new Set(fixture.carriedOut.map(({ key }) => key)).size).toBe(1_000);
    expect(fixture.carriedOut).toHaveLength(1_000);
    expect((await fixture.pool.query('SELECT FROM effect')).rowCount).toBe(1_000);
  });
});
