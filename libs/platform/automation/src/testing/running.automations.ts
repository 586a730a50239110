import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { ArrayFeed } from '@tenure/projections/testing';
import { Automation, type AutomationOptions } from '../automation';
import { CreateAutomationPosition1700000001000 } from '../automation.migration';
import type { Process } from '../process';
import { record } from './recorded.log';

export const paid = (...amounts: number[]) => amounts.map((amount) => ({ type: 'Paid', data: { amount } }));

export const feedOf = (...events: Parameters<typeof record>[0]): ArrayFeed => {
  const feed = new ArrayFeed({ batchSize: 2 });
  feed.append(...record(events));
  return feed;
};

/** Automations on a database of their own, which keep what was paid in a table. */
export async function startAutomations() {
  const postgres = await startTestPostgres();
  const migrations = [CreateAutomationPosition1700000001000];
  const dataSource = await createDataSource({ url: postgres.url, entities: [], migrations });
  await runMigrations(dataSource);
  await dataSource.query('CREATE TABLE taken (name text, amount integer)');
  const running: Automation[] = [];
  const failures: string[] = [];

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

  return {
    dataSource,
    failures,
    taking,
    start: (name: string, feed: ArrayFeed, open: AutomationOptions['open'] = async () => taking(name)): Automation => {
      const onFailure = (error: unknown) => void failures.push(String(error));
      const automation = new Automation({ name, feed, dataSource, handles: ['Paid'], open, onFailure });
      running.push(automation);
      automation.start();
      return automation;
    },
    taken: async (name: string): Promise<number[]> => {
      const rows: { amount: number }[] = await dataSource.query('SELECT amount FROM taken WHERE name = $1', [name]);
      return rows.map(({ amount }) => amount);
    },
    /** Between tests. */
    closeAll: async () => {
      await Promise.all(running.splice(0).map((automation) => automation.close()));
      failures.length = 0;
    },
    stop: async () => {
      await dataSource.destroy();
      await postgres.stop();
    },
  };
}

export type RunningAutomations = Awaited<ReturnType<typeof startAutomations>>;
