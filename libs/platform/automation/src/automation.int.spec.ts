import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { ArrayFeed } from '@tenure/projections/testing';
import type { DataSource } from 'typeorm';
import { Automation, type AutomationOptions } from './automation';
import { CreateAutomationPosition1700000001000 } from './automation.migration';
import type { Process } from './process';
import { record } from './testing/recorded.log';

const paid = (...amounts: number[]) => amounts.map((amount) => ({ type: 'Paid', data: { amount } }));
const started = { type: 'HistoryLoadStarted', data: { loadId: 'load-1' } };
const finished = { type: 'HistoryLoadFinished', data: { loadId: 'load-1' } };

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never became so');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('an automation', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;
  const running: Automation[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    postgres = await startTestPostgres();
    const migrations = [CreateAutomationPosition1700000001000];
    dataSource = await createDataSource({ url: postgres.url, entities: [], migrations });
    await runMigrations(dataSource);
    await dataSource.query('CREATE TABLE taken (name text, amount integer)');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((automation) => automation.close()));
    failures.length = 0;
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  function start(
    name: string,
    feed: ArrayFeed,
    open: AutomationOptions['open'] = async () => taking(name),
  ): Automation {
    const onFailure = (error: unknown) => void failures.push(String(error));
    const automation = new Automation({ name, feed, dataSource, handles: ['Paid'], open, onFailure });
    running.push(automation);
    automation.start();
    return automation;
  }

  const taking = (name: string): Process => ({
    handle:
      async ({ events }) =>
      async (client) => {
        for (const { data } of events) {
          const amount = 'amount' in data ? data.amount : 0;
          await client.query('INSERT INTO taken VALUES ($1, $2)', [name, amount]);
        }
      },
  });

  async function taken(name: string): Promise<number[]> {
    const rows: { amount: number }[] = await dataSource.query('SELECT amount FROM taken WHERE name = $1', [name]);
    return rows.map(({ amount }) => amount);
  }

  const feedOf = (...events: Parameters<typeof record>[0]): ArrayFeed => {
    const feed = new ArrayFeed({ batchSize: 2 });
    feed.append(...record(events));
    return feed;
  };

  it('is given the events that it asks for, and goes on from where it stood', async () => {
    const feed = feedOf(...paid(1, 2), { type: 'Other', data: {} }, ...paid(3));
    const first = start('resumed', feed);
    await until(() => first.position === 4n);
    await first.close();
    feed.append(...record(paid(4), 4));
    const second = start('resumed', feed);
    await until(() => second.position === 5n);
    expect(await taken('resumed')).toEqual([1, 2, 3, 4]);
  });

  it('goes on from where it was closed, also behind events that led to nothing', async () => {
    const seen: bigint[] = [];
    const handle: Process['handle'] = async ({ events }) => void seen.push(...events.map(({ position }) => position));
    const feed = feedOf(...paid(1, 2, 3));
    const first = start('watched', feed, async () => ({ handle }));
    await until(() => first.position === 3n);
    await first.close();
    feed.append(...record(paid(4), 3));
    start('watched', feed, async () => ({ handle }));
    await until(() => seen.at(-1) === 4n);
    expect(seen).toEqual([1n, 2n, 3n, 4n]);
  });

  it('stores nothing of a batch that fails, and tries it again', async () => {
    let opened = 0;
    const feed = feedOf(...paid(1, 2, 3, 4));
    const automation = start('retried', feed, async () => {
      const attempt = ++opened;
      const process = taking('retried');
      return {
        handle: async (batch) => {
          const store = await process.handle(batch);
          return async (client) => {
            await store?.(client);
            if (attempt < 3 && batch.position === 4n) throw new Error(`attempt ${attempt}`);
          };
        },
      };
    });
    await until(() => automation.position === 4n);
    expect(await taken('retried')).toEqual([1, 2, 3, 4]);
    expect(failures).toEqual(['Error: attempt 1', 'Error: attempt 2']);
  });

  it('works in one instance at a time; when that ends, another takes over', async () => {
    const feed = feedOf(...paid(1, 2));
    const leader = start('led', feed);
    await until(() => leader.position === 2n);
    const standby = start('led', feed);
    feed.append(...record(paid(3), 2));
    await until(() => leader.position === 3n);
    expect(standby.position).toBeUndefined();
    await leader.close();
    feed.append(...record(paid(4), 3));
    await until(() => standby.position === 4n);
    expect(await taken('led')).toEqual([1, 2, 3, 4]);
  });

  it('leads no more when its session is lost, and again when it has another', async () => {
    const feed = feedOf(...paid(1));
    const automation = start('cut off', feed);
    await until(() => automation.position === 1n);
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tenure cut off'`,
    );
    await until(() => failures.length > 0);
    feed.append(...record(paid(2), 1));
    await until(() => automation.position === 2n);
    expect(await taken('cut off')).toEqual([1, 2]);
  });

  it('does not store over what another instance has stored', async () => {
    const feed = feedOf(...paid(1));
    const automation = start('fenced', feed);
    await until(() => automation.position === 1n);
    await dataSource.query(`UPDATE automation_position SET position = 2 WHERE name = 'fenced'`);
    feed.append(...record(paid(2, 3), 1));
    await until(() => automation.position === 3n);
    expect(await taken('fenced')).toEqual([1, 3]);
    expect(failures).toEqual([expect.stringContaining('AutomationFencedError')]);
  });

  it('keeps time once it has caught up, except while history is being loaded, also over a restart', async () => {
    const kept: string[] = [];
    const keeping = async (): Promise<Process> => ({
      handle: () => Promise.resolve(undefined),
      keepTime: (signal) =>
        new Promise((resolve) => {
          kept.push('runs');
          signal.addEventListener('abort', () => (kept.push('stands still'), resolve()), { once: true });
        }),
    });
    const feed = feedOf(...paid(1, 2, 3));
    const automation = start('time', feed, keeping);
    await until(() => kept.length === 1);
    expect(automation.position).toBe(3n);
    feed.append(...record([started, ...paid(4)], 3));
    await until(() => kept.length === 2);
    await automation.close();
    const restarted = start('time', feed, keeping);
    feed.append(...record(paid(5), 5));
    await until(() => restarted.position === 6n);
    expect(kept).toEqual(['runs', 'stands still']);
    feed.append(...record([finished], 6));
    await until(() => kept.length === 3);
    expect(kept).toEqual(['runs', 'stands still', 'runs']);
  });

  it('starts again when keeping time fails', async () => {
    let opened = 0;
    const feed = feedOf(...paid(1));
    const automation = start('late', feed, async () => {
      const attempt = ++opened;
      const keepTime = () => (attempt === 1 ? Promise.reject(new Error('no time')) : Promise.resolve());
      return { ...taking('late'), keepTime };
    });
    await until(() => opened === 2 && automation.position === 1n);
    expect(failures).toEqual(['Error: no time']);
    expect(await taken('late')).toEqual([1]);
  });

  it('tells who waits for a position when it has been acted on', async () => {
    const feed = feedOf(...paid(1));
    let waited: Promise<void> | undefined;
    let unwanted: Promise<void> | undefined;
    const stop = new AbortController();
    start('awaited', feed, async (progress) => {
      waited = progress.until(2n, new AbortController().signal);
      unwanted = progress.until(99n, stop.signal);
      return taking('awaited');
    });
    await until(async () => (await taken('awaited')).length === 1);
    feed.append(...record(paid(2), 1));
    await waited;
    expect(await taken('awaited')).toEqual([1, 2]);
    stop.abort();
    await expect(unwanted).rejects.toThrow('position 99');
  });
});
