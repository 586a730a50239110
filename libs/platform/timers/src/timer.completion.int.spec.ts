import { until } from '@tenure/local-servers/testing';
import type { PoolClient } from 'pg';
import { TIMERS_SCHEMA } from './timer';
import { deadline, inMs, TimersFixture } from './testing/timers.fixture';

const job = (key: string) => `SELECT FROM ${TIMERS_SCHEMA}._private_jobs WHERE payload->>'key' = '${key}'`;
const WAITING = `pg_stat_activity WHERE application_name = 'tenure timers' AND wait_event_type = 'Lock'`;

describe('timers that can not be noted as carried out', () => {
  let fixture: TimersFixture;

  beforeAll(async () => {
    fixture = await TimersFixture.open();
  });
  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  const isLeft = async (key: string) => (await fixture.pool.query(job(key))).rowCount !== 0;

  it.each([
    ['somebody locks them the other way round', (other: PoolClient) => other.query(`${job('a')} FOR UPDATE`)],
    [
      'the database ends the session',
      (other: PoolClient) => other.query(`SELECT pg_terminate_backend(pid) FROM ${WAITING}`),
    ],
  ])('are carried out again, and those after them too, where %s', async (_what, breakUp) => {
    await fixture.set(['a', 'b', 'c', 'd', 'e'].map((key) => deadline(key, inMs(-1))));
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    fixture.start(async (timer) => {
      fixture.carriedOut.push(timer);
      await finished;
      // Each of the others is noted after the one before it, when the library means to shut down.
      if (timer.key === 'c') await until(() => fixture.failures.length > 0);
      if (timer.key === 'd') await until(async () => !(await isLeft('c')));
      if (timer.key === 'e') await until(async () => !(await isLeft('d')));
    });
    await until(() => fixture.carriedOut.length === 5);
    const other = await fixture.pool.connect();
    // So that it is the worker who gives way.
    await other.query("BEGIN; SET LOCAL deadlock_timeout = '20s'");
    await other.query(`${job('b')} FOR UPDATE`);
    finish();
    await until(async () => (await fixture.pool.query(`SELECT FROM ${WAITING}`)).rowCount !== 0);
    await breakUp(other);
    await other.query('COMMIT');
    other.release();
    await until(() => fixture.failures.length > 0);
    await fixture.set([deadline('after', inMs(0))]);
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ key }) => key)).toEqual(expect.arrayContaining(['b', 'after']));
    expect(fixture.carriedOut.filter(({ key }) => key === 'b').length).toBeGreaterThan(1);
  });
});
