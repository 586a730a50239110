import { rebuildProjections, type RebuildOptions } from './projection.rebuild';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture } from './testing/engine.fixture';
import { expectFold } from './testing/sample.database';
import { payments, record } from './testing/sample.log';
import { sampleBindings } from './testing/sample.projections';

const HALF = 2_000;

describe('rebuildProjections, after a rebuild was interrupted,', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;
  let feed: ArrayFeed;
  let options: RebuildOptions;
  const log = record(payments(2 * HALF, 50));

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  beforeEach(async () => {
    feed = new ArrayFeed({ batchSize: 100 });
    feed.append(...log.slice(0, HALF));
    const { engineSource } = fixture;
    options = { dataSource: engineSource, feed, bindings: sampleBindings, head: feed.head, maxBatchEvents: 100 };
    fixture.start(feed);
    await fixture.reach(log.slice(0, HALF));
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  /** Cuts it off in the midst of what it is doing, and resolves to where its rows are. */
  async function interrupt(afterEvents: number): Promise<bigint> {
    const cuts: Promise<unknown>[] = [];
    const onProgress = ({ events }: { events: number }) => {
      if (events >= afterEvents) cuts.push(fixture.cutEngineOff());
    };
    await expect(rebuildProjections({ ...options, onProgress })).rejects.toThrow();
    // A cut that is still under way, or a session that is still ending, would hit whatever comes next.
    await Promise.all(cuts);
    await fixture.dataSource.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'engine'`,
    );
    const rows: { position: string | null }[] = await fixture.dataSource.query(
      `SELECT min(position) AS position FROM projection_checkpoint WHERE name LIKE '%~rebuild'`,
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  it('goes on from where that was, and comes to the same rows', async () => {
    // Rows that may change again wait for seconds before they are written, so these are of the other kind.
    options = { ...options, names: ['account-entry'] };
    expect(await interrupt(500)).toBeGreaterThan(0n);
    const rebuilt = await rebuildProjections({ ...options, resume: true });
    expect(rebuilt.events).toBeLessThan(HALF);
    await expectFold(fixture.dataSource, log.slice(0, HALF));
    expect(await leftovers()).toEqual([]);
  });

  it('begins anew where it is not told to go on, or another version left it', async () => {
    await interrupt(500);
    const bindings = sampleBindings.map(({ projection, entity }) => ({
      projection: { ...projection, version: 2 },
      entity,
    }));
    const anew = await rebuildProjections({ ...options, bindings, resume: true });
    expect(anew.events).toBeGreaterThanOrEqual(HALF);
    await expectFold(fixture.dataSource, log.slice(0, HALF));
  });

  it('begins anew where the table has changed since, or the log ends before what was read', async () => {
    await interrupt(500);
    await fixture.dataSource.query('ALTER TABLE account_entry__rebuild ADD more text');
    const anew = await rebuildProjections({ ...options, resume: true });
    expect(anew.events).toBeGreaterThanOrEqual(HALF);
    await expectFold(fixture.dataSource, log.slice(0, HALF));
    await interrupt(500);
    const other = await rebuildProjections({ ...options, resume: true, head: async () => 10n });
    expect(other.events).toBeGreaterThanOrEqual(HALF);
  });

  it('goes on with tables that were full and had their indexes, from what they hold', async () => {
    const lock = fixture.dataSource.createQueryRunner();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE account_balance IN ACCESS SHARE MODE');
    const halted = rebuildProjections(options);
    halted.catch(() => undefined);
    await untilIndexed();
    await fixture.cutEngineOff();
    await expect(halted).rejects.toThrow();
    await lock.query('ROLLBACK');
    await lock.release();
    feed.append(...log.slice(HALF));
    await fixture.reach(log);
    const rebuilt = await rebuildProjections({ ...options, resume: true });
    expect(rebuilt.events).toBeLessThan(log.length);
    await expectFold(fixture.dataSource, log);
    expect(await leftovers()).toEqual([]);
    const indexes: { count: number }[] = await fixture.dataSource.query(
      `SELECT count(*)::int AS count FROM pg_indexes WHERE tablename = 'account_balance'`,
    );
    expect(indexes).toEqual([{ count: 2 }]);
  });

  const leftovers = (): Promise<unknown> =>
    fixture.dataSource.query(`SELECT tablename FROM pg_tables WHERE tablename LIKE '%rebuild'`);

  async function untilIndexed(): Promise<void> {
    for (;;) {
      const indexes: unknown[] = await fixture.dataSource.query(
        `SELECT FROM pg_indexes WHERE tablename = 'account_balance__rebuild'`,
      );
      if (indexes.length === 2) return;
    }
  }
});
