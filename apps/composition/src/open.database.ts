import { createDataSource, describeTable, grantReading, READER_ROLE, runMigrations } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { domainEntities, domainMigrations, domainProjections } from './domain.tables';

const POSITIONS = 'read_model_position';

/**
 * A data source over all tables, with every migration applied and the read models readable for `tenure_reader`; several
 * services may start at once. `onNotice` hears what could not be done and can be done without.
 */
export async function openDatabase(
  url: string,
  poolSize: number,
  onNotice: (notice: string) => void = () => undefined,
): Promise<DataSource> {
  const dataSource = await createDataSource({ url, poolSize, entities: domainEntities, migrations: domainMigrations });
  try {
    await runMigrations(dataSource);
    const refusal = await grantReading(dataSource, [...readModelsOf(dataSource), POSITIONS]);
    if (refusal !== undefined) onNotice(`analysts have no role ${READER_ROLE} to read with: ${refusal}`);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

const readModelsOf = (dataSource: DataSource): string[] =>
  domainProjections.map(({ entity }) => describeTable(dataSource, entity).table);
