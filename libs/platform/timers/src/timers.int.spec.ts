import { until } from '@tenure/local-servers/testing';
import { TIMERS_SCHEMA } from './timer';
import { cancelTimers, setTimers } from './timer.schedule';
import { deadline, inMs, now, TimersFixture } from './testing/timers.fixture';

describe('timers', () => {
  let fixture: TimersFixture;

  beforeAll(async () => {
    fixture = await TimersFixture.open();
  });
  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  it('are carried out when they are due, not before, with what they were set with', async () => {
    fixture.start();
    const dueAt = inMs(600);
    await fixture.set([deadline('past', '2013-07-29T09:00:00+08:00', { case: 'c-1' }), deadline('soon', dueAt)]);
    await until(() => fixture.carriedOut.length > 0);
    expect(fixture.carriedOut.slice(0, 1)).toEqual([deadline('past', '2013-07-29T09:00:00+08:00', { case: 'c-1' })]);
    await until(() => fixture.carriedOut.length === 2);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(dueAt));
    expect(fixture.failures).toEqual([]);
  });

  it('are replaced by their key and cancelled by it', async () => {
    await fixture.set([deadline('a', inMs(-1)), deadline('b', inMs(-1)), deadline('c', inMs(3_600_000))]);
    await fixture.set([deadline('a', inMs(-1), 'second'), deadline('c', inMs(-1), 'earlier')]);
    await cancelTimers(await fixture.pool.connect().then((client) => (client.release(), client)), [
      { kind: 'deadline', key: 'b' },
      { kind: 'deadline', key: 'never set' },
    ]);
    fixture.start();
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ key, content }) => [key, content]).toSorted()).toEqual([
      ['a', 'second'],
      ['c', 'earlier'],
    ]);
  });

  it('are set with the transaction that they are set in, or not at all', async () => {
    const client = await fixture.pool.connect();
    await client.query('BEGIN');
    await setTimers(client, now, [deadline('undone', inMs(-1))]);
    await client.query('ROLLBACK');
    client.release();
    expect(await fixture.left()).toBe(0);
  });

  it('that are set anew while they are being fetched are not lost', async () => {
    await fixture.set([deadline('a', inMs(-1), 'first')]);
    const worker = await fixture.pool.connect();
    await worker.query('BEGIN');
    await worker.query(`UPDATE ${TIMERS_SCHEMA}._private_jobs SET attempts = 1, locked_by = 'w', locked_at = now()`);
    const setting = fixture.set([deadline('a', inMs(3_600_000), 'second')]);
    await until(async () => {
      const { rows } = await fixture.pool.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
      return rows.length > 0;
    });
    await worker.query('COMMIT');
    await setting;
    await worker.query(`DELETE FROM ${TIMERS_SCHEMA}._private_jobs WHERE locked_by = 'w'`);
    worker.release();
    expect(await fixture.left()).toBe(1);
  });

  it('that are set anew while they are carried out are carried out again', async () => {
    const finish: (() => void)[] = [];
    fixture.start((timer) => {
      fixture.carriedOut.push(timer);
      return timer.content === 'first' ? new Promise((resolve) => finish.push(resolve)) : Promise.resolve();
    });
    await fixture.set([deadline('a', inMs(-1), 'first')]);
    await until(() => fixture.carriedOut.length === 1);
    await fixture.set([deadline('a', inMs(-1), 'second')]);
    await until(() => fixture.carriedOut.length === 2);
    finish.forEach((resolve) => resolve());
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ content }) => content)).toEqual(['first', 'second']);
  });

  it('go by the clock that they are given', async () => {
    const anHourBehind = () => inMs(-3_600_000);
    fixture.start(fixture.note, anHourBehind);
    await fixture.set([deadline('a', inMs(-3_600_000 + 400)), deadline('later', inMs(0))], anHourBehind);
    await until(() => fixture.carriedOut.length === 1);
    await until(async () => (await fixture.left()) === 1);
    expect(fixture.carriedOut.map(({ key }) => key)).toEqual(['a']);
  });

  it('that the database takes for due too early wait for their time', async () => {
    const dueAt = inMs(0);
    const aSecondBefore = new Date(Date.parse(dueAt) - 1_000).toISOString();
    let clock = () => aSecondBefore;
    await fixture.set([deadline('a', dueAt)]);
    fixture.start(fixture.note, () => clock());
    await until(
      async () =>
        (await fixture.pool.query(`SELECT FROM ${TIMERS_SCHEMA}.jobs WHERE attempts = 0 AND run_at > now()`))
          .rowCount === 1,
    );
    expect([fixture.carriedOut, fixture.failures]).toEqual([[], []]);
    clock = now;
    await fixture.allDone();
    expect(fixture.carriedOut).toHaveLength(1);
    expect(fixture.failures).toEqual([]);
  });

  it('that fail are tried again for as long as it takes, and each failure is told', async () => {
    let tries = 0;
    fixture.start(() => (++tries < 4 ? Promise.reject(new Error(`try ${tries}`)) : Promise.resolve()));
    await fixture.set([deadline('a', inMs(-1))]);
    await fixture.allDone();
    expect(tries).toBe(4);
    expect(fixture.failures.map(([error, timer]) => [String(error), timer])).toEqual([
      ['Error: try 1', 'deadline:a'],
      ['Error: try 2', 'deadline:a'],
      ['Error: try 3', 'deadline:a'],
    ]);
  });

  it('that fail after they were replaced leave nothing behind', async () => {
    let fail: () => void = () => undefined;
    fixture.start((timer) => {
      fixture.carriedOut.push(timer);
      if (timer.content === 'second') return Promise.resolve();
      return new Promise((_, reject) => (fail = () => reject(new Error('overtaken'))));
    });
    await fixture.set([deadline('a', inMs(-1), 'first')]);
    await until(() => fixture.carriedOut.length === 1);
    await fixture.set([deadline('a', inMs(-1), 'second')]);
    await until(() => fixture.carriedOut.length === 2);
    fail();
    await fixture.allDone();
    expect(fixture.carriedOut.map(({ content }) => content)).toEqual(['first', 'second']);
  });
});
