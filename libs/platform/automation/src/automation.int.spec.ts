import { until } from '@tenure/local-servers/testing';
import type { Process } from './process';
import { record } from './testing/recorded.log';
import { feedOf, paid, startAutomations, type RunningAutomations } from './testing/running.automations';

describe('an automation', () => {
  let automations: RunningAutomations;

  beforeAll(async () => {
    automations = await startAutomations();
  });
  afterEach(() => automations.closeAll());
  afterAll(() => automations.stop());

  it('is given the events that it asks for, and goes on from where it stood', async () => {
    const feed = feedOf(...paid(1, 2), { type: 'Other', data: {} }, ...paid(3));
    const first = automations.start('resumed', feed);
    await until(() => first.position === 4n);
    await first.close();
    feed.append(...record(paid(4), 4));
    const second = automations.start('resumed', feed);
    await until(() => second.position === 5n);
    expect(await automations.taken('resumed')).toEqual([1, 2, 3, 4]);
  });

  it('goes on from where it was closed, also behind events that led to nothing', async () => {
    const seen: bigint[] = [];
    const handle: Process['handle'] = async ({ events }) => void seen.push(...events.map(({ position }) => position));
    const feed = feedOf(...paid(1, 2, 3));
    const first = automations.start('watched', feed, async () => ({ handle }));
    await until(() => first.position === 3n);
    await first.close();
    feed.append(...record(paid(4), 3));
    automations.start('watched', feed, async () => ({ handle }));
    await until(() => seen.at(-1) === 4n);
    expect(seen).toEqual([1n, 2n, 3n, 4n]);
  });

  it('stores where it stands, also when nothing follows what led to nothing', async () => {
    const feed = feedOf(...paid(1, 2));
    const automation = automations.start('idle', feed, async () => ({ handle: async () => undefined }));
    const stored = async () => {
      const [row] = await automations.dataSource.query<{ position: string }[]>(
        `SELECT position FROM automation_position WHERE name = 'idle'`,
      );
      return row?.position;
    };
    await until(async () => (await stored()) === '2');
    feed.append(...record(paid(3), 2));
    await until(() => automation.position === 3n);
    await until(async () => (await stored()) === '3');
  });

  it('stores nothing of a batch that fails, and tries it again', async () => {
    let opened = 0;
    const feed = feedOf(...paid(1, 2, 3, 4));
    const automation = automations.start('retried', feed, async () => {
      const attempt = ++opened;
      const process = automations.taking('retried');
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
    expect(await automations.taken('retried')).toEqual([1, 2, 3, 4]);
    expect(automations.failures).toEqual(['Error: attempt 1', 'Error: attempt 2']);
  });

  it('works in one instance at a time; when that ends, another takes over', async () => {
    const feed = feedOf(...paid(1, 2));
    const leader = automations.start('led', feed);
    await until(() => leader.position === 2n);
    const standby = automations.start('led', feed);
    feed.append(...record(paid(3), 2));
    await until(() => leader.position === 3n);
    expect(standby.position).toBeUndefined();
    await leader.close();
    feed.append(...record(paid(4), 3));
    await until(() => standby.position === 4n);
    expect(await automations.taken('led')).toEqual([1, 2, 3, 4]);
  });

  it('leads no more when its session is lost, and again when it has another', async () => {
    const feed = feedOf(...paid(1));
    const automation = automations.start('cut off', feed);
    await until(() => automation.position === 1n);
    await automations.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tenure cut off'`,
    );
    await until(() => automations.failures.length > 0);
    feed.append(...record(paid(2), 1));
    await until(() => automation.position === 2n);
    expect(await automations.taken('cut off')).toEqual([1, 2]);
  });

  it('does not store over what another instance has stored', async () => {
    const feed = feedOf(...paid(1));
    const automation = automations.start('fenced', feed);
    await until(() => automation.position === 1n);
    await automations.dataSource.query(`UPDATE automation_position SET position = 2 WHERE name = 'fenced'`);
    feed.append(...record(paid(2, 3), 1));
    await until(() => automation.position === 3n);
    expect(await automations.taken('fenced')).toEqual([1, 3]);
    expect(automations.failures).toEqual([expect.stringContaining('AutomationFencedError')]);
  });

  it('tells who waits for a position when it has been acted on', async () => {
    const feed = feedOf(...paid(1));
    let waited: Promise<void> | undefined;
    let unwanted: Promise<void> | undefined;
    const stop = new AbortController();
    automations.start('awaited', feed, async (progress) => {
      waited = progress.until(2n, new AbortController().signal);
      unwanted = progress.until(99n, stop.signal);
      return automations.taking('awaited');
    });
    await until(async () => (await automations.taken('awaited')).length === 1);
    feed.append(...record(paid(2), 1));
    await waited;
    expect(await automations.taken('awaited')).toEqual([1, 2]);
    stop.abort();
    await expect(unwanted).rejects.toThrow('position 99');
  });
});
