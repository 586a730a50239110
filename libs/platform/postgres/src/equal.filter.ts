import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Keeps the rows of a query whose alias is `row` that have these values; what is undefined is not asked for. */
export function whereEqual<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  values: Readonly<Partial<Record<keyof Row & string, unknown>>>,
): void {
  for (const [field, value] of Object.entries(values)) {
    if (value !== undefined) rows.andWhere(`row.${field} = :${field}`, { [field]: value });
  }
}
