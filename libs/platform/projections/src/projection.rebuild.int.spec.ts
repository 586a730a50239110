import type { DataSource } from 'typeorm';
import { ProjectionEngine } from './projection.engine';
import { ProjectionFencedError, UnknownProjectionError } from './projection.errors';
import { rebuildProjections } from './projection.rebuild';
import { waitForPosition } from './position.wait';
import { ArrayFeed } from './testing/array.feed';
import { expectFold, startSampleDatabase } from './testing/sample.database';
import { payments, record } from './testing/sample.log';
import { AccountBalance, sampleBindings, type SampleRecorded } from './testing/sample.projections';

const names = sampleBindings.map(({ projection }) => projection.name);

describe('rebuildProjections', () => {
  let database: Awaited<ReturnType<typeof startSampleDatabase>>;
  let dataSource: DataSource;
  const engines: ProjectionEngine[] = [];

  beforeAll(async () => {
    database = await startSampleDatabase();
    dataSource = database.dataSource;
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
    await database.empty();
  });
  afterAll(() => database.stop());

  function start(feed: ArrayFeed, bindings = sampleBindings): ProjectionEngine {
    const engine = new ProjectionEngine({ dataSource, feed, bindings, head: feed.head });
    engines.push(engine);
    engine.start();
    return engine;
  }
  const reach = (log: readonly SampleRecorded[]) =>
    waitForPosition(dataSource, names, log.at(-1)?.position ?? 0n, 60_000);
  const indexes = (): Promise<unknown> =>
    dataSource.query(`SELECT indexname FROM pg_indexes WHERE tablename LIKE 'account%' ORDER BY 1`);

  it('names the view that would be lost with a table, before anything is filled', async () => {
    await dataSource.query('CREATE VIEW rich AS SELECT * FROM account_balance WHERE balance_minor > 0');
    const rebuilding = rebuildProjections({
      dataSource,
      feed: new ArrayFeed({ batchSize: 200 }),
      bindings: sampleBindings,
    });
    await expect(rebuilding).rejects.toThrow("account_balance can't be replaced while the view rich depends on it");
    await dataSource.query('DROP VIEW rich');
  });

  it('repairs rows while events keep coming and readers never see a part', async () => {
    const log = record(payments(6_000, 300));
    const feed = new ArrayFeed({ batchSize: 200 });
    feed.append(...log.slice(0, 3_000));
    const engine = start(feed);
    await reach(log.slice(0, 3_000));
    const before = await indexes();
    await dataSource.query(`UPDATE account_balance SET balance_minor = -1`);
    await dataSource.query(`GRANT SELECT ON account_balance TO PUBLIC`);
    const counts: number[] = [];
    let isRebuilding = true;
    const reading = (async () => {
      while (isRebuilding) {
        counts.push(await dataSource.getRepository(AccountBalance).count());
      }
    })();
    const feeding = (async () => {
      for (let at = 3_000; at < log.length; at += 100) {
        feed.append(...log.slice(at, at + 100));
        await reach(log.slice(0, at));
      }
    })();
    const progress: number[] = [];
    const result = await rebuildProjections({
      dataSource,
      feed,
      bindings: sampleBindings,
      onProgress: ({ events }) => progress.push(events),
    });
    isRebuilding = false;
    await Promise.all([reading, feeding]);
    await reach(log);
    await expectFold(dataSource, log);
    expect(result.events).toBeGreaterThanOrEqual(3_000);
    expect(progress.at(-1)).toBe(result.events);
    expect(new Set(counts)).toEqual(new Set([300]));
    expect(await indexes()).toEqual(before);
    expect(
      await dataSource.query(`SELECT has_table_privilege('pg_monitor', 'account_balance', 'SELECT') AS can`),
    ).toEqual([{ can: true }]);
    expect((await engine.status()).map(({ state, eventsSeen }) => ({ state, eventsSeen }))).toEqual([
      { state: 'running', eventsSeen: 6_000 },
      { state: 'running', eventsSeen: 6_000 },
    ]);
  });

  it('leaves the old rows serving when it is interrupted, and can be done again', async () => {
    const log = record(payments(2_000, 50));
    const feed = new ArrayFeed({ batchSize: 100 });
    feed.append(...log);
    start(feed);
    await reach(log);
    const interrupt = new AbortController();
    const interrupted = rebuildProjections({
      dataSource,
      feed,
      bindings: sampleBindings,
      maxBatchEvents: 100,
      signal: interrupt.signal,
      onProgress: ({ events }) => events >= 500 && interrupt.abort(new Error('interrupted')),
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    await expectFold(dataSource, log);
    await rebuildProjections({ dataSource, feed, bindings: sampleBindings, names: ['account-balance'] });
    await expectFold(dataSource, log);
  });

  it('works with no engine running, and refuses a name that is none', async () => {
    const log = record(payments(500, 50));
    const feed = new ArrayFeed();
    feed.append(...log);
    await rebuildProjections({ dataSource, feed, bindings: sampleBindings });
    await expectFold(dataSource, log);
    await expect(rebuildProjections({ dataSource, feed, bindings: sampleBindings, names: ['x'] })).rejects.toThrow(
      UnknownProjectionError,
    );
  });

  it('fills a new version beside the rows of the old one', async () => {
    const log = record(payments(1_000, 50));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, 900));
    const old = start(feed);
    await reach(log.slice(0, 900));
    await old.stop();
    await dataSource.query(`UPDATE account_balance SET balance_minor = -1`);
    const raised = sampleBindings.map((binding) => ({
      ...binding,
      projection: { ...binding.projection, version: 2 },
    }));
    start(feed, raised);
    feed.append(...log.slice(900));
    await reach(log);
    await expectFold(dataSource, log);
    expect(await dataSource.query('SELECT DISTINCT version FROM projection_checkpoint')).toEqual([{ version: 2 }]);
  });

  it('lets the later of two rebuilds shut the earlier one out, wherever that stands', async () => {
    const log = record(payments(3_000, 40));
    const feed = new ArrayFeed({ batchSize: 50 });
    feed.append(...log);
    start(feed);
    await reach(log);
    const options = { dataSource, feed, bindings: sampleBindings, maxBatchEvents: 100 };
    for (const startAt of [100, 1_500, 3_000]) {
      let startLater: () => void;
      const later = new Promise<void>((resolve) => (startLater = resolve)).then(() => rebuildProjections(options));
      const earlier = rebuildProjections({ ...options, onProgress: ({ events }) => events >= startAt && startLater() });
      const [first, second] = await Promise.allSettled([earlier, later]);
      expect(second.status).toBe('fulfilled');
      if (first.status === 'rejected') expect(first.reason).toBeInstanceOf(ProjectionFencedError);
      await expectFold(dataSource, log);
    }
    expect(await dataSource.query(`SELECT tablename FROM pg_tables WHERE tablename LIKE '%rebuild'`)).toEqual([]);
  });

  it('has nothing to do for an empty log', async () => {
    const feed = new ArrayFeed();
    const done = rebuildProjections({ dataSource, feed, bindings: sampleBindings, head: feed.head });
    await expect(done).resolves.toEqual({ events: 0, position: 0n });
  });
});
