import { createDataSource, runMigrations, storableText } from '@tenure/postgres';
import { startTestPostgres } from '@tenure/local-servers/testing';
import type { DataSource } from 'typeorm';
import { ProjectionCheckpoint } from '../checkpoint.entity';
import { CreateProjectionCheckpoint1700000000000 } from '../checkpoint.migration';
import { CreateProjectionParking1700000000900 } from '../parking.migration';
import { foldPlainly } from './plain.fold';
import {
  AccountBalance,
  AccountEntry,
  CreateSampleTables1700000000001,
  sampleBindings,
  type SampleRecorded,
} from './sample.projections';

export const openSampleSource = (url: string, applicationName: string): Promise<DataSource> =>
  createDataSource({
    url,
    entities: [ProjectionCheckpoint, AccountBalance, AccountEntry],
    migrations: [
      CreateProjectionCheckpoint1700000000000,
      CreateSampleTables1700000000001,
      CreateProjectionParking1700000000900,
    ],
    poolSize: 10,
    applicationName,
  });

export async function startSampleDatabase() {
  const postgres = await startTestPostgres();
  const open = (applicationName: string) => openSampleSource(postgres.url, applicationName);
  const dataSource = await open('test');
  const engineSource = await open('engine');
  await runMigrations(dataSource);
  return {
    url: postgres.url,
    dataSource,
    engineSource,
    /** Ends every session of the engine, whatever it is doing. */
    cutEngineOff: () =>
      dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'engine'`),
    empty: () =>
      dataSource.query(`TRUNCATE projection_checkpoint, projection_parked, projection_parked_event,
        projection_skipped, account_balance, account_entry`),
    stop: async () => {
      await engineSource.destroy();
      await dataSource.destroy();
      await postgres.stop();
    },
  };
}

/** Compares both tables with the plain fold, row for row; of each projection's own events where they differ. */
export async function expectFold(
  dataSource: DataSource,
  events: readonly SampleRecorded[],
  entryEvents: readonly SampleRecorded[] = events,
): Promise<void> {
  const [balance, entry] = sampleBindings;
  if (!balance || !entry) throw new Error('no sample');
  const rows = await dataSource.getRepository(AccountBalance).find();
  expect(new Map(rows.map((row) => [row.account, { ...row }]))).toEqual(
    new Map([...foldPlainly(balance, events)].map(([key, row]) => [key, asStored(row)])),
  );
  const entries = await dataSource.getRepository(AccountEntry).find();
  const placeOf = ({ position, account }: AccountEntry) => `${position} ${account}`;
  expect(entries.map(placeOf).sort()).toEqual(
    entryEvents
      .flatMap((event) => entry.projection.keysOf(event).map((key) => `${event.position} ${storableText(key)}`))
      .sort(),
  );
}

const asStored = (row: object) => {
  if (!('lastAt' in row) || !('name' in row)) return row;
  const name = typeof row.name === 'string' ? storableText(row.name) : row.name;
  return { ...row, name, lastAt: new Date(String(row.lastAt)).toISOString() };
};
