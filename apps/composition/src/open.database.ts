import { createDataSource, runMigrations } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { domainEntities, domainMigrations } from './domain.tables';

/** A data source over all tables, with every migration applied; several services may start at once. */
export async function openDatabase(url: string, poolSize: number): Promise<DataSource> {
  const dataSource = await createDataSource({ url, poolSize, entities: domainEntities, migrations: domainMigrations });
  try {
    await runMigrations(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
