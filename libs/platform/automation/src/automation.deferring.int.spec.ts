import { startTestPostgres, until, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { ArrayFeed } from '@tenure/projections/testing';
import type { DataSource } from 'typeorm';
import { Automation } from './automation';
import { CreateAutomationPosition1700000001000 } from './automation.migration';
import type { Process } from './process';
import { record } from './testing/recorded.log';

const paid = (...amounts: number[]) => amounts.map((amount) => ({ type: 'Paid', data: { amount } }));

describe('an automation that puts off what is to be stored', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;
  const running: Automation[] = [];

  beforeAll(async () => {
    postgres = await startTestPostgres();
    const migrations = [CreateAutomationPosition1700000001000];
    dataSource = await createDataSource({ url: postgres.url, entities: [], migrations });
    await runMigrations(dataSource);
    await dataSource.query('CREATE TABLE taken (position bigint)');
  });
  afterAll(async () => {
    await Promise.all(running.map((automation) => automation.close()));
    await dataSource.destroy();
    await postgres.stop();
  });

  const puttingOff = async (): Promise<Process> => {
    const positions: bigint[] = [];
    return {
      handle: async ({ events }) => void positions.push(...events.map(({ position }) => position)),
      deferred: () => {
        if (positions.length === 0) return undefined;
        return async (client) => {
          const found = positions.splice(0).map(String);
          await client.query('INSERT INTO taken SELECT unnest($1::bigint[])', [found]);
        };
      },
    };
  };

  function start(feed: ArrayFeed): Automation {
    const onFailure = (error: unknown) => expect(error).toBeUndefined();
    const automation = new Automation({
      name: 'deferring',
      feed,
      dataSource,
      handles: ['Paid'],
      open: puttingOff,
      onFailure,
    });
    running.push(automation);
    automation.start();
    return automation;
  }

  async function untilTaken(many: number): Promise<readonly number[]> {
    let rows: { position: string }[] = [];
    const isSo = async () => {
      rows = await dataSource.query('SELECT position FROM taken ORDER BY position');
      return rows.length >= many;
    };
    await until(isSo, () => `${rows.length} of ${many} are stored`);
    return rows.map(({ position }) => Number(position));
  }

  it('stores it together with the position, at the latest when it has caught up, and each once', async () => {
    const feed = new ArrayFeed({ batchSize: 2 });
    feed.append(...record(paid(1, 2, 3)));
    const first = start(feed);
    expect(await untilTaken(3)).toEqual([1, 2, 3]);
    await first.close();
    feed.append(...record([...paid(4), { type: 'Other', data: {} }], 3));
    start(feed);
    expect(await untilTaken(4)).toEqual([1, 2, 3, 4]);
  });
});
