import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as ConvertedTo } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '@tenure/shared-contract';
import { failAt } from './problem.error';

/** Query of a list that is read page by page. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @ConvertedTo(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit: number = 50;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @MayBeAbsent()
  @Matches(/^[A-Za-z0-9_-]{1,1000}$/, { message: 'cursor must be the `next` of the page before' })
  readonly cursor?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

/** The documented class of a page of some items. */
export function pageOf<Item>(item: Type<Item>): Type<Page<Item>> {
  class ItemsPage {
    @ApiProperty({ type: [item] })
    readonly items!: readonly Item[];

    @ApiPropertyOptional({ description: 'Give it as `cursor` to get the next page; absent on the last one.' })
    readonly next?: string;
  }
  Object.defineProperty(ItemsPage, 'name', { value: `${item.name}Page` });
  return ItemsPage;
}

/** Makes a page of up to `limit` rows out of rows read with one more than that. */
export function cutPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, key }: { readonly item: (row: Row) => Item; readonly key: (row: Row) => readonly string[] },
): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const items = kept.map(item);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(key(last)) } : { items };
}

const encodeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key of the last row of the page before; undefined on the first page. */
export function decodeCursor(cursor: string | undefined, length: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parseKey(cursor);
  if (key?.length === length) return key;
  throw failAt('invalid-parameter', 'cursor', 'cursor must be the `next` of the page before, of the same list');
}

function parseKey(cursor: string): readonly string[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every((part) => typeof part === 'string' && !part.includes('\0'))
      ? key
      : undefined;
  } catch {
    return undefined;
  }
}
