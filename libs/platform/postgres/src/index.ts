export { createDataSource, urlOf, type PostgresOptions } from './postgres.data-source';
export { grantReading, READER_ROLE } from './reader.role';
export { runMigrations } from './schema.migrations';
export { openConnection, withConnection, type PostgresConnection } from './postgres.connection';
export {
  isRefusal,
  MigrationFailedError,
  PostgresUnavailableError,
  sqlStateOf,
  UnsupportedEntityError,
} from './postgres.errors';
export { asBigint, asInstant, asSafeInteger } from './column.transformers';
export { describeTable, quoteName, type ColumnShape, type EntityClass, type TableShape } from './table.shape';
export { copyChunks, copyRows } from './copy.rows';
export { CopyBuffer } from './copy.buffer';
export { storableText } from './copy.text';
export { keyText, readRow, selectRows, deleteRows, upsertRows } from './upsert.rows';
export { readPage, type KeysetOrder, type KeysetPage } from './keyset.page';
export { whereEqual } from './equal.filter';
