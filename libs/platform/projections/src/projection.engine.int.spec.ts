import * as fc from 'fast-check';
import type { Recorded } from '@tenure/kernel';
import type { DataSource } from 'typeorm';
import { type EngineOptions, ProjectionEngine } from './projection.engine';
import type { ProjectionBinding } from './projection.binding';
import { ProjectionBehindError } from './projection.errors';
import { waitForPosition } from './position.wait';
import { ArrayFeed } from './testing/array.feed';
import { expectFold, startSampleDatabase } from './testing/sample.database';
import { payments, record, sampleEvents } from './testing/sample.log';
import { sampleBindings } from './testing/sample.projections';

const names = sampleBindings.map(({ projection }) => projection.name);
const LIMIT_MS = 10_000;

describe('ProjectionEngine', () => {
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

  function start(feed: ArrayFeed, options: Partial<EngineOptions> = {}): ProjectionEngine {
    const engine = new ProjectionEngine({ dataSource, feed, bindings: sampleBindings, head: feed.head, ...options });
    engines.push(engine);
    engine.start();
    return engine;
  }
  const reach = (events: readonly Recorded[], projections: readonly string[] = names) =>
    waitForPosition(dataSource, projections, events.at(-1)?.position ?? 0n, LIMIT_MS);
  async function untilState(engine: ProjectionEngine, name: string, state: string): Promise<void> {
    const deadlineMs = performance.now() + LIMIT_MS;
    for (;;) {
      const found = (await engine.status()).find((status) => status.name === name);
      if (found?.state === state) return;
      if (performance.now() > deadlineMs) throw new Error(`${name} is ${found?.state}, not ${state}`);
    }
  }

  it('holds what the plain fold gives, whatever the batches, repetitions and sizes of cache', async () => {
    await fc.assert(
      fc.asyncProperty(
        sampleEvents(120),
        fc.record({ batchSize: fc.integer({ min: 1, max: 40 }), repeating: fc.boolean() }),
        fc.record({ maxBatchEvents: fc.integer({ min: 1, max: 50 }), cacheRows: fc.integer({ min: 1, max: 30 }) }),
        fc.nat({ max: 120 }),
        async (events, feedOptions, engineOptions, stopAfter) => {
          await database.empty();
          const log = record(events);
          const first = new ArrayFeed(feedOptions);
          first.append(...log.slice(0, stopAfter));
          const engine = start(first, engineOptions);
          if (stopAfter > 0) await reach(log.slice(0, stopAfter));
          await engine.stop();
          const second = new ArrayFeed(feedOptions);
          second.append(...log.slice(0, stopAfter));
          const resumed = start(second, engineOptions);
          second.append(...log.slice(stopAfter));
          await reach(log);
          await expectFold(dataSource, log);
          await resumed.stop();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on after its connections were cut, between and in the midst of batches', async () => {
    const log = record(payments(3_000, 40));
    const feed = new ArrayFeed({ batchSize: 50 });
    const failures: unknown[] = [];
    start(feed, { maxBatchEvents: 50, onFailure: (_names, error) => failures.push(error) });
    for (let at = 0; at < log.length; at += 500) {
      feed.append(...log.slice(at, at + 500));
      await reach(log.slice(0, at + 100));
      await dataSource.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
      );
    }
    await reach(log);
    await expectFold(dataSource, log);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('stops where another engine has taken over, and leaves no trace of what it wrote after', async () => {
    const log = record(payments(400, 10));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, 100));
    const stale = start(feed);
    await reach(log.slice(0, 100));
    const successor = start(feed);
    await untilState(successor, 'account-balance', 'running');
    feed.append(...log.slice(100));
    await reach(log);
    await untilState(stale, 'account-balance', 'fenced');
    await untilState(stale, 'account-entry', 'fenced');
    await expectFold(dataSource, log);
  });

  it('sets a projection aside whose fold throws, and lets it join again when it can go on', async () => {
    let isBroken = true;
    const [balance, entry] = sampleBindings;
    if (!balance || !entry) throw new Error('no sample');
    const breaking: ProjectionBinding = {
      ...balance,
      projection: {
        ...balance.projection,
        keysOf: (event) => balance.projection.keysOf(event),
        fold: (row, event, key) => {
          if (isBroken && event.position === 500n) throw new Error('poison');
          return balance.projection.fold(row, event, key);
        },
      },
    };
    const log = record(payments(200, 7));
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log.slice(0, 150));
    const engine = start(feed, { bindings: [breaking, entry] });
    await reach(log.slice(0, 150), ['account-entry']);
    const [status] = await engine.status();
    expect(status?.state).toBe('failing');
    expect(status?.failure?.message).toMatch(/AmountPaid at position 500 .*poison/);
    expect(status?.lagEvents).toBeGreaterThan(0);
    isBroken = false;
    feed.append(...log.slice(150));
    await reach(log);
    await untilState(engine, 'account-balance', 'running');
    await expectFold(dataSource, log);
    const [recovered] = await engine.status();
    expect(recovered).toMatchObject({ lagEvents: 0, lagSeconds: 0, eventsSeen: 200 });
    expect(recovered).not.toHaveProperty('failure');
  });

  it('sets a projection aside whose rows PostgreSQL refuses', async () => {
    const log = record([{ type: 'AccountOpened', data: { account: 'a', name: 'forbidden' } }, ...payments(20, 3)]);
    const feed = new ArrayFeed();
    feed.append(...log);
    const engine = start(feed);
    await reach(log, ['account-entry']);
    await untilState(engine, 'account-balance', 'failing');
    expect((await engine.status())[0]?.failure?.message).toMatch(/refuses its rows.*not_forbidden/);
  });

  it('fills a projection that was added later without holding up the others', async () => {
    const log = record(payments(400, 10));
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log.slice(0, 300));
    const before = start(feed, { bindings: sampleBindings.slice(1) });
    await reach(log.slice(0, 300), ['account-entry']);
    await before.stop();
    const after = start(feed);
    feed.append(...log.slice(300));
    await reach(log);
    await untilState(after, 'account-balance', 'running');
    await expectFold(dataSource, log);
  });

  it('takes back what it said of a failure as soon as it goes on', async () => {
    const log = record(payments(20, 5));
    const feed = new ArrayFeed();
    feed.append(...log);
    const failed: string[] = [];
    const engine = start(feed, { onFailure: (projections) => failed.push(...projections) });
    await reach(log);
    await dataSource.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const isRecovered = async () => failed.length > 0 && (await engine.status()).every(({ failure }) => !failure);
    for (const deadlineMs = performance.now() + LIMIT_MS; !(await isRecovered());) {
      if (performance.now() > deadlineMs) throw new Error('the failure is still shown');
    }
    expect(new Set(failed)).toEqual(new Set(names));
  });

  it('writes an event within a fraction of a second once it is caught up', async () => {
    const log = record(payments(50, 5));
    const feed = new ArrayFeed();
    start(feed);
    const tookMs: number[] = [];
    for (const event of log) {
      const startedMs = performance.now();
      feed.append(event);
      await reach([event]);
      tookMs.push(performance.now() - startedMs);
    }
    const median = tookMs.sort((one, other) => one - other)[25] ?? Infinity;
    expect(median).toBeLessThan(100);
  });

  it('names the projection that does not reach a position in time', async () => {
    const log = record(payments(10, 5));
    const feed = new ArrayFeed();
    feed.append(...log);
    start(feed);
    await reach(log);
    const tooFar = waitForPosition(dataSource, names, 999n, 50);
    await expect(tooFar).rejects.toThrow(ProjectionBehindError);
    await expect(tooFar).rejects.toMatchObject({ reached: 100n, wanted: 999n, timeoutMs: 50 });
    await expect(waitForPosition(dataSource, ['no-such'], 1n, 20)).rejects.toMatchObject({ projection: 'no-such' });
  });
});
