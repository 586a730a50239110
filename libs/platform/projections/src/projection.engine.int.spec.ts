import * as fc from 'fast-check';
import { waitForPosition } from './position.wait';
import { ProjectionBehindError } from './projection.errors';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture, untilState } from './testing/engine.fixture';
import { expectFold } from './testing/sample.database';
import { payments, record, sampleEvents } from './testing/sample.log';
import { sampleBindings } from './testing/sample.projections';

const names = sampleBindings.map(({ projection }) => projection.name);

describe('ProjectionEngine', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  it('holds what the plain fold gives, whatever the batches, repetitions and sizes of cache', async () => {
    await fc.assert(
      fc.asyncProperty(
        sampleEvents(120),
        fc.record({ batchSize: fc.integer({ min: 1, max: 40 }), repeating: fc.boolean() }),
        fc.record({ maxBatchEvents: fc.integer({ min: 1, max: 50 }), cacheRows: fc.integer({ min: 1, max: 30 }) }),
        fc.nat({ max: 120 }),
        async (events, feedOptions, engineOptions, stopAfter) => {
          await fixture.empty();
          const log = record(events);
          const first = new ArrayFeed(feedOptions);
          first.append(...log.slice(0, stopAfter));
          const engine = fixture.start(first, engineOptions);
          if (stopAfter > 0) await fixture.reach(log.slice(0, stopAfter));
          await engine.stop();
          const second = new ArrayFeed(feedOptions);
          second.append(...log.slice(0, stopAfter));
          const resumed = fixture.start(second, engineOptions);
          second.append(...log.slice(stopAfter));
          await fixture.reach(log);
          await expectFold(fixture.dataSource, log);
          await resumed.stop();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('loads what its cache forgets while it looks for rows in it', async () => {
    const paid = (...accounts: string[]) =>
      accounts.map((account) => ({ type: 'AmountPaid' as const, data: { account, amountMinor: 1 } }));
    // Three rows fill a half of the cache. The last step finds `a` in the elder half, and with that pushes out `b`.
    const steps = [paid('a', 'b', 'c'), paid('d', 'e'), paid('x'), paid('a', 'b')];
    const feed = new ArrayFeed();
    const failures: unknown[] = [];
    fixture.start(feed, { cacheRows: 3, onFailure: (_name, error) => failures.push(error) });
    const log = record(steps.flat());
    let from = 0;
    for (const { length } of steps) {
      feed.append(...log.slice(from, from + length));
      from += length;
      await fixture.reach(log.slice(0, from));
    }
    await expectFold(fixture.dataSource, log);
    expect(failures).toEqual([]);
  });

  it('fills a projection that was added later without holding up the others', async () => {
    const log = record(payments(400, 10));
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log.slice(0, 300));
    const before = fixture.start(feed, { bindings: sampleBindings.slice(1) });
    await fixture.reach(log.slice(0, 300), ['account-entry']);
    await before.stop();
    const after = fixture.start(feed);
    feed.append(...log.slice(300));
    await fixture.reach(log);
    await untilState(after, 'account-balance', 'running');
    await expectFold(fixture.dataSource, log);
  });

  it('writes each event by itself once it is caught up, without waiting for more', async () => {
    const log = record(payments(50, 5));
    const feed = new ArrayFeed();
    fixture.start(feed);
    for (const event of log) {
      feed.append(event);
      await fixture.reach([event]);
    }
    await expectFold(fixture.dataSource, log);
  });

  it('names the projection that does not reach a position in time', async () => {
    const log = record(payments(10, 5));
    const feed = new ArrayFeed();
    feed.append(...log);
    fixture.start(feed);
    await fixture.reach(log);
    const tooFar = waitForPosition(fixture.dataSource, names, 999n, 50);
    await expect(tooFar).rejects.toThrow(ProjectionBehindError);
    await expect(tooFar).rejects.toMatchObject({ reached: 100n, wanted: 999n, timeoutMs: 50 });
    await expect(waitForPosition(fixture.dataSource, ['no-such'], 1n, 20)).rejects.toMatchObject({
      projection: 'no-such',
    });
  });

  it('is not waited for any longer by those who stop', async () => {
    const stopping = new AbortController();
    const waiting = waitForPosition(fixture.dataSource, ['no-such'], 1n, 1_000_000, stopping.signal);
    stopping.abort();
    await expect(waiting).rejects.toThrow(ProjectionBehindError);
  });
});
