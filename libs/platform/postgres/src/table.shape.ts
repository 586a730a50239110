import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { type ColumnWriter, compileWriter } from './column.codec';
import { UnsupportedEntityError } from './postgres.errors';

export type EntityClass<Row extends object> = new () => Row;

export interface ColumnShape {
  readonly property: string;
  /** Quoted. */
  readonly name: string;
  /** As PostgreSQL calls it, brackets included for arrays. */
  readonly type: string;
  readonly isKey: boolean;
  readonly write: ColumnWriter;
  /** From what the driver gives to what the entity has: the same as in TypeORM's own reads. */
  readonly read: (value: unknown) => unknown;
}

/** A table as its entity describes it. */
export interface TableShape<Row extends object = object> {
  readonly entity: EntityClass<Row>;
  /** Quoted, with its schema where it has one. */
  readonly table: string;
  /** Unquoted. */
  readonly tableName: string;
  readonly schema: string | undefined;
  readonly columns: readonly ColumnShape[];
  readonly keyColumns: readonly ColumnShape[];
}

/** Reads the shape from TypeORM's metadata. Throws `UnsupportedEntityError` on generated, embedded or virtual columns. */
export function describeTable<Row extends object>(dataSource: DataSource, entity: EntityClass<Row>): TableShape<Row> {
  const metadata = dataSource.getMetadata(entity);
  const columns = metadata.columns.map((column) => describeColumn(dataSource, metadata, column));
  return {
    entity,
    table: [metadata.schema, metadata.tableName].filter(isText).map(quoteName).join('.'),
    tableName: metadata.tableName,
    schema: metadata.schema,
    columns,
    keyColumns: columns.filter(({ isKey }) => isKey),
  };
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function describeColumn(dataSource: DataSource, metadata: EntityMetadata, column: ColumnMetadata): ColumnShape {
  if (column.isGenerated || column.embeddedMetadata || column.isVirtual) {
    throw new UnsupportedEntityError(metadata.name, `column ${column.propertyPath} is generated, embedded or virtual`);
  }
  const type = dataSource.driver.normalizeType(column);
  return {
    property: column.propertyName,
    name: quoteName(column.databaseName),
    type: column.isArray ? `${type}[]` : type,
    isKey: column.isPrimary,
    write: compileWriter(column, type),
    read: (value): unknown => dataSource.driver.prepareHydratedValue(value, column),
  };
}

const isText = (value: string | undefined): value is string => value !== undefined && value !== '';
