import { domainProjections } from '@tenure/composition';
import type { TableFigures } from '@tenure/http';
import type { DataSource } from 'typeorm';

interface Counted {
  readonly table: string;
  readonly written: string;
  readonly rows: string;
}

/** PostgreSQL's own counts of the projections' tables; they lag behind by a second or so. */
export async function readTableFigures(dataSource: DataSource): Promise<TableFigures[]> {
  const tables = domainProjections.map(({ projection, entity }) => ({
    projection: projection.name,
    table: dataSource.getMetadata(entity).tableName,
  }));
  const counted: Counted[] = await dataSource.query(
    `SELECT relname AS table, n_tup_ins AS written, n_live_tup AS rows FROM pg_stat_user_tables WHERE relname = ANY($1)`,
    [tables.map(({ table }) => table)],
  );
  return tables.flatMap(({ projection, table }) => {
    const figures = counted.find((one) => one.table === table);
    return figures ? [{ projection, rowsWritten: Number(figures.written), rows: Number(figures.rows) }] : [];
  });
}
