import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export interface KeysetOrder<Row extends ObjectLiteral> {
  readonly entity: new () => Row;
  /** Rows that have the same are ordered by their key. */
  readonly by: keyof Row & string;
  /** The primary key. */
  readonly key: keyof Row & string;
  readonly direction: 'ASC' | 'DESC';
}

export interface KeysetPage {
  /** The key of the last row of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

/**
 * A page of a query whose alias is `row`, and one row more, which says that there is another page. It begins after the row
 * of the key as the database has that row: its times are finer than those of JavaScript.
 */
export function readPage<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  { entity, by, key, direction }: KeysetOrder<Row>,
  { after, limit }: KeysetPage,
): Promise<Row[]> {
  if (after !== undefined) {
    const last = rows
      .subQuery()
      .select([`last.${by}`, `last.${key}`])
      .from(entity, 'last')
      .where(`last.${key} = :after`)
      .getQuery();
    rows.andWhere(`(row.${by}, row.${key}) ${direction === 'ASC' ? '>' : '<'} ${last}`, { after });
  }
  return rows
    .orderBy(`row.${by}`, direction)
    .addOrderBy(`row.${key}`, direction)
    .take(limit + 1)
    .getMany();
}
