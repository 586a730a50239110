import * as fc from 'fast-check';
import { verifyProjection, type VerifyOptions } from './completeness.check';
import { sampleEvents, payments, record } from './testing/sample.log';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture } from './testing/engine.fixture';
import { sampleBindings, type SampleRecorded } from './testing/sample.projections';
import { rebuildProjections } from './projection.rebuild';

describe('verifyProjection', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;
  let feed: ArrayFeed;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  const verify = (name: string, options: Partial<VerifyOptions> = {}) =>
    verifyProjection({
      dataSource: fixture.dataSource,
      feed,
      bindings: sampleBindings,
      name,
      head: feed.head,
      ...options,
    });

  async function fill(log: readonly SampleRecorded[]): Promise<void> {
    feed = new ArrayFeed({ batchSize: 50 });
    feed.append(...log);
    fixture.start(feed);
    await fixture.reach(log);
  }

  it('finds nothing in what an engine wrote, whatever the events and the memory', async () => {
    await fc.assert(
      fc.asyncProperty(sampleEvents(150), fc.integer({ min: 1, max: 30 }), fc.nat(), async (events, rows, seed) => {
        await fixture.stopEngines();
        await fill(record(events));
        for (const name of ['account-balance', 'account-entry']) {
          expect(await verify(name, { rowsInMemory: rows })).toMatchObject({ isComplete: true, first: undefined });
          const sampled = await verify(name, { sample: { size: rows, seed } });
          expect(sampled).toMatchObject({ isComplete: true, equal: sampled.rows });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('names the row that differs, its columns, what they should hold and what they do', async () => {
    await fill(record(payments(300, 30)));
    await fixture.dataSource.query(`UPDATE account_balance SET balance_minor = 1 WHERE account = 'account 7'`);
    expect(await verify('account-balance')).toMatchObject({
      isComplete: false,
      position: 3_000n,
      rows: 30,
      equal: 29,
      differing: 1,
      first: {
        kind: 'differs',
        key: ['account 7'],
        columns: [{ column: 'balanceMinor', expected: 1_420, found: 1 }],
      },
    });
  });

  it('names what is missing and what is too many, in a table that is changed and in one that only grows', async () => {
    await fill(record(payments(300, 30)));
    await fixture.dataSource.query(`DELETE FROM account_balance WHERE account IN ('account 3', 'account 4')`);
    await fixture.dataSource.query(`DELETE FROM account_entry WHERE position <= 20`);
    const missing = { isComplete: false, missing: 2, surplus: 0, first: { kind: 'missing' } };
    expect(await verify('account-balance')).toMatchObject({ ...missing, first: { key: ['account 3'] } });
    expect(await verify('account-entry')).toMatchObject({ ...missing, first: { key: ['10', 'account 0'] } });
    await fixture.dataSource.query(`INSERT INTO account_balance VALUES ('nobody', NULL, 5, now(), '[]')`);
    await fixture.dataSource.query(`INSERT INTO account_entry VALUES (7, 'nobody', 'AmountPaid')`);
    expect(await verify('account-balance')).toMatchObject({ missing: 2, surplus: 1 });
    await rebuildProjections({ dataSource: fixture.dataSource, feed, bindings: sampleBindings });
    await fixture.dataSource.query(`INSERT INTO account_balance VALUES ('nobody', NULL, 5, now(), '[]')`);
    await fixture.dataSource.query(`INSERT INTO account_entry VALUES (7, 'nobody', 'AmountPaid')`);
    const surplus = { isComplete: false, missing: 0, surplus: 1, first: { kind: 'surplus' } };
    expect(await verify('account-balance')).toMatchObject({ ...surplus, first: { key: ['nobody'] } });
    expect(await verify('account-entry')).toMatchObject({ ...surplus, first: { key: ['7', 'nobody'] } });
  });

  it('finds every row of an emptied table missing within the memory that it is given', async () => {
    await fill(record(payments(300, 100)));
    await fixture.dataSource.query('TRUNCATE account_balance');
    const found = await verify('account-balance', { rowsInMemory: 10 });
    expect(found).toMatchObject({ isComplete: false, rows: 0, missing: 100, equal: 0 });
  });

  it('picks the same rows for the same seed, as many as asked for, and finds one of them missing', async () => {
    await fill(record(payments(300, 100)));
    const sample = { size: 10, seed: 42 };
    expect(await verify('account-balance', { sample })).toMatchObject({ isComplete: true, rows: 10, equal: 10 });
    await fixture.dataSource.query(`DELETE FROM account_balance WHERE account IN
      (SELECT account FROM account_balance ORDER BY md5('42|' || account) LIMIT 1)`);
    expect(await verify('account-balance', { sample })).toMatchObject({ isComplete: false, rows: 10, missing: 1 });
  });

  it('is exact while rows are written, at the position that they were at', async () => {
    const log = record(payments(4_000, 200));
    await fill(log.slice(0, 500));
    const positions = new Set<bigint | undefined>();
    let isWriting = true;
    const writing = (async () => {
      for (let at = 500; at < log.length; at += 50) {
        feed.append(...log.slice(at, at + 50));
        await fixture.reach(log.slice(0, at + 50));
      }
    })().finally(() => (isWriting = false));
    const verifying = (async () => {
      while (isWriting) await verifyBoth();
    })();
    // Both have ended before the tables are emptied, whichever fails: the two would lock each other out.
    await Promise.allSettled([writing, verifying]);
    await writing;
    await verifying;
    expect(positions.size).toBeGreaterThan(1);

    async function verifyBoth(): Promise<void> {
      for (const name of ['account-balance', 'account-entry']) {
        const { isComplete, position, first } = await verify(name);
        expect({ isComplete, first }).toEqual({ isComplete: true, first: undefined });
        positions.add(position);
      }
    }
  });

  it('refuses rows of another version, rows beyond the log, and a name that is none', async () => {
    const log = record(payments(50, 5));
    await fill(log);
    const raised = sampleBindings.map(({ projection, entity }) => ({
      projection: { ...projection, version: 2 },
      entity,
    }));
    await expect(verify('account-balance', { bindings: raised })).rejects.toThrow('version 1');
    await expect(verify('account-balance', { head: async () => 10n })).rejects.toThrow('beyond the end of the log');
    await expect(verify('nothing')).rejects.toThrow('There is no projection nothing');
  });

  it('tells of an event that the fold throws on, with its place', async () => {
    const log = record(payments(50, 5));
    await fill(log);
    const [binding] = sampleBindings;
    if (!binding) throw new Error('no binding');
    const fold: typeof binding.projection.fold = (row, event, key) => {
      if (event.position === 200n) throw new Error('poison');
      return binding.projection.fold(row, event, key);
    };
    const bindings = [{ ...binding, projection: { ...binding.projection, fold } }];
    expect(await verify('account-balance', { bindings })).toMatchObject({
      isComplete: false,
      unfoldable: [{ position: 200n, stream: 'account-1', reason: 'Error: poison' }],
    });
  });

  it('stops when it is told to', async () => {
    await fill(record(payments(300, 30)));
    const stop = new AbortController();
    const stopped = verify('account-balance', {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await verify('account-balance')).toMatchObject({ isComplete: true });
  });
});
