import { Inject, Injectable } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { THEME_SOURCES, type ThemeSource } from '@tenure/theme-contract';
import { IsIn, Length } from 'class-validator';
import { DataSource } from 'typeorm';
import type { ThemedTextView } from './theme.view';
import { ThemedTextRow } from './themed-text.entity';

export class ThemedTextsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'About this theme.' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly themeId?: string;

  @ApiPropertyOptional({ enum: THEME_SOURCES })
  @MayBeAbsent()
  @IsIn(THEME_SOURCES)
  readonly source?: ThemeSource;

  @ApiPropertyOptional({ format: 'date-time' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not included.' })
  @MayBeAbsent()
  @IsInstant()
  readonly to?: string;
}

/** Texts by what they are about. */
@Injectable()
export class ThemedTextList {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The newest first. */
  async page({ themeId, source, from, to, limit, cursor }: ThemedTextsQuery): Promise<Page<ThemedTextView>> {
    const rows = this.dataSource.getRepository(ThemedTextRow).createQueryBuilder('row').where('true');
    if (themeId !== undefined) rows.andWhere(':themeId = ANY(row.themes)', { themeId });
    if (source !== undefined) rows.andWhere('row.source = :source', { source });
    if (from !== undefined) rows.andWhere('row.at >= :from', { from });
    if (to !== undefined) rows.andWhere('row.at < :to', { to });
    const after = decodeCursor(cursor, 2);
    if (after) {
      const [afterSource, afterId] = after;
      const last = rows
        .subQuery()
        .select(['last.at', 'last.source', 'last.sourceId'])
        .from(ThemedTextRow, 'last')
        .where('last.source = :afterSource AND last.sourceId = :afterId')
        .getQuery();
      rows.andWhere(`(row.at, row.source, row.sourceId) < ${last}`, { afterSource, afterId });
    }
    const found = await rows
      .orderBy('row.at', 'DESC')
      .addOrderBy('row.source', 'DESC')
      .addOrderBy('row.sourceId', 'DESC')
      .take(limit + 1)
      .getMany();
    return cutPage(found, limit, { item: viewOf, key: (row) => [row.source, row.sourceId] });
  }
}

/** Without the reasons. */
export const viewOf = ({ source, sourceId, customerId, product, at, themes, steps, corrected }: ThemedTextRow) => ({
  source,
  sourceId,
  customerId,
  product,
  at,
  themes,
  steps,
  corrected: corrected !== null,
});
