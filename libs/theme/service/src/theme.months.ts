import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import type { ThemeSource } from '@tenure/theme-contract';
import { DataSource } from 'typeorm';
import { ThemeTitles, titleIn } from './theme.titles';
import type { ThemeMonthView } from './theme.view';

export interface ThemeMonthsQuestion {
  readonly source: ThemeSource | undefined;
  /** ISO 8601; the second is not included. */
  readonly from: string;
  readonly to: string;
}

interface MonthRow {
  readonly month: string;
  readonly source: ThemeSource;
  readonly texts: number;
  readonly themed: number;
}

interface ThemeRow {
  readonly month: string;
  readonly source: ThemeSource;
  readonly themeId: string;
  readonly texts: number;
}

/** Themes month by month. */
@Injectable()
export class ThemeMonths {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(ThemeTitles) private readonly titles: ThemeTitles,
  ) {}

  /** Months without texts are left out. */
  async read({ source, from, to }: ThemeMonthsQuestion): Promise<readonly ThemeMonthView[]> {
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, to);
    const parameters = [policy?.content.timeZone ?? 'UTC', from, to, source ?? null];
    const [months, counts, { themes: titles }] = await Promise.all([
      this.dataSource.query<MonthRow[]>(MONTHS, parameters),
      this.dataSource.query<ThemeRow[]>(THEMES_OF_MONTHS, parameters),
      this.titles.read(),
    ]);
    return months.map((month) => ({
      ...month,
      themes: counts
        .filter((count) => count.month === month.month && count.source === month.source)
        .map(({ themeId, texts }) => ({
          themeId,
          title: titleIn(titles, themeId),
          texts,
          sharePercent: (texts / month.texts) * 100,
        })),
    }));
  }
}

const WRITTEN = `SELECT to_char(at AT TIME ZONE $1, 'YYYY-MM') AS month, source, themes FROM themed_text
  WHERE at >= $2 AND at < $3 AND ($4::text IS NULL OR source = $4)`;

const MONTHS = `SELECT month, source, count(*)::int AS texts, (count(*) FILTER (WHERE themes <> '{}'))::int AS themed
  FROM (${WRITTEN}) written GROUP BY month, source ORDER BY month, source`;

const THEMES_OF_MONTHS = `SELECT month, source, theme AS "themeId", count(*)::int AS texts
  FROM (${WRITTEN}) written CROSS JOIN unnest(themes) AS theme GROUP BY month, source, theme
  ORDER BY texts DESC, theme COLLATE "C"`;
