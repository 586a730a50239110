import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture, untilState, untilStatus } from './testing/engine.fixture';
import { expectFold } from './testing/sample.database';
import { payments, record } from './testing/sample.log';
import { sampleBindings } from './testing/sample.projections';

const names = sampleBindings.map(({ projection }) => projection.name);

describe('ProjectionEngine, when something fails,', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  it('goes on after its connections were cut, between and in the midst of batches', async () => {
    const log = record(payments(3_000, 40));
    const feed = new ArrayFeed({ batchSize: 50 });
    const failures: unknown[] = [];
    fixture.start(feed, { maxBatchEvents: 50, onFailure: (_names, error) => failures.push(error) });
    for (let at = 0; at < log.length; at += 500) {
      feed.append(...log.slice(at, at + 500));
      await fixture.reach(log.slice(0, at + 100));
      await fixture.cutEngineOff();
    }
    await fixture.reach(log);
    await expectFold(fixture.dataSource, log);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('stops where another engine has taken over, and leaves no trace of what it wrote after', async () => {
    const log = record(payments(400, 10));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, 100));
    const stale = fixture.start(feed);
    await fixture.reach(log.slice(0, 100));
    const successor = fixture.start(feed);
    await untilState(successor, 'account-balance', 'running');
    feed.append(...log.slice(100));
    await fixture.reach(log);
    await untilState(stale, 'account-balance', 'fenced');
    await untilState(stale, 'account-entry', 'fenced');
    await expectFold(fixture.dataSource, log);
  });

  it('sets a projection aside whose table is gone, and lets it join again when it is back', async () => {
    const log = record(payments(200, 7));
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log.slice(0, 150));
    await fixture.dataSource.query('ALTER TABLE account_balance RENAME TO account_balance_gone');
    const engine = fixture.start(feed);
    await fixture.reach(log.slice(0, 150), ['account-entry']);
    // The reason is written after the projection is set aside.
    await untilStatus(engine, ([balance]) => balance?.failure !== undefined);
    const [status] = await engine.status();
    expect(status?.state).toBe('failing');
    expect(status?.failure?.message).toMatch(/refuses its rows.*account_balance/);
    expect(status?.lagEvents).toBeGreaterThan(0);
    await fixture.dataSource.query('ALTER TABLE account_balance_gone RENAME TO account_balance');
    feed.append(...log.slice(150));
    await fixture.reach(log);
    // The reason is taken back after that.
    await untilStatus(engine, ([balance]) => balance?.state === 'running' && balance.failure === undefined);
    await expectFold(fixture.dataSource, log);
    const [recovered] = await engine.status();
    expect(recovered).toMatchObject({ lagEvents: 0, lagSeconds: 0, eventsSeen: 200, parked: 0 });
    expect(recovered).not.toHaveProperty('failure');
  });

  it.each([0, 30])('fills anew what was made of a log that is gone, when the new one has %d events', async (length) => {
    const lost = new ArrayFeed();
    const longLog = record(payments(100, 9));
    lost.append(...longLog);
    const before = fixture.start(lost);
    await fixture.reach(longLog);
    await before.stop();
    const log = record(payments(length + 5, 4));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, length));
    const engine = fixture.start(feed);
    await untilState(engine, 'account-balance', 'running');
    feed.append(...log.slice(length));
    await untilStatus(engine, (statuses) => statuses.every(({ eventsSeen }) => eventsSeen === log.length));
    await expectFold(fixture.dataSource, log);
  });

  it('takes back what it said of a failure as soon as it goes on', async () => {
    const log = record(payments(20, 5));
    const feed = new ArrayFeed();
    feed.append(...log);
    const failed: string[] = [];
    const engine = fixture.start(feed, { onFailure: (projections) => failed.push(...projections) });
    await fixture.reach(log);
    await fixture.cutEngineOff();
    await untilStatus(engine, (statuses) => failed.length > 0 && statuses.every(({ failure }) => !failure));
    expect(new Set(failed)).toEqual(new Set(names));
  });
});
