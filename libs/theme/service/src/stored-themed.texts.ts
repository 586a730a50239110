import { Inject, Injectable } from '@nestjs/common';
import { ThemedTexts, type ThemedQuestion } from '@tenure/theme-contract';
import { DataSource } from 'typeorm';
import { themesKnownAt } from './text.tagging';
import type { ThemedTextRow } from './themed-text.entity';

type Found = Pick<ThemedTextRow, 'sourceId' | 'themes' | 'corrected'>;

/** What texts are about, by what the automation has stored. */
@Injectable()
export class StoredThemedTexts extends ThemedTexts {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async find({ source, themeId, from, until, asOf }: ThemedQuestion): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows: Found[] = await this.dataSource.query(TEXTS, [source, from, until, themeId ?? null]);
    const asOfMs = Date.parse(asOf);
    return new Map(
      rows.flatMap((row): [string, readonly string[]][] => {
        const themes = themesKnownAt(row, asOfMs);
        const isWanted = themes.length > 0 && (themeId === undefined || themes.includes(themeId));
        return isWanted ? [[row.sourceId, themes]] : [];
      }),
    );
  }
}

/** A text that was corrected may have been about something else at the moment that is asked about. */
const TEXTS = `SELECT source_id AS "sourceId", themes, corrected FROM themed_text
  WHERE source = $1 AND at >= $2 AND at < $3
    AND (corrected IS NOT NULL OR CASE WHEN $4::text IS NULL THEN themes <> '{}' ELSE $4 = ANY(themes) END)
  ORDER BY source_id COLLATE "C"`;
