import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import type { ThemeSource } from '@tenure/theme-contract';
import { compileThemes, themesOf, type FoundTheme } from '@tenure/theme-core';
import { DataSource } from 'typeorm';
import { ThemeTitles, titleIn } from './theme.titles';
import type { ThemedTextDetails } from './theme.view';
import { ThemedTextRow } from './themed-text.entity';
import { viewOf } from './themed-text.list';
import { WrittenTexts } from './written.texts';

/** One text, and why it is about what it is about. */
@Injectable()
export class ThemedTextReading {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(ThemeTitles) private readonly titles: ThemeTitles,
    @Inject(WrittenTexts) private readonly texts: WrittenTexts,
  ) {}

  async isKnown(source: ThemeSource, sourceId: string): Promise<boolean> {
    return this.dataSource.getRepository(ThemedTextRow).existsBy({ source, sourceId });
  }

  async get(source: ThemeSource, sourceId: string): Promise<ThemedTextDetails | undefined> {
    const row = await this.dataSource.getRepository(ThemedTextRow).findOneBy({ source, sourceId });
    if (!row) return undefined;
    const [{ themes: titles }, found] = await Promise.all([this.titles.read(), this.#found(row)]);
    return {
      ...viewOf(row),
      ruledBy: row.ruledBy,
      found: found.map((theme) => ({ ...theme, title: titleIn(titles, theme.themeId) })),
      corrections: row.corrected?.corrections ?? [],
    };
  }

  /** The words are looked for once more, by the version that looked for them first. */
  async #found({ source, sourceId, ruledBy }: ThemedTextRow): Promise<readonly FoundTheme[]> {
    const [policy, written] = await Promise.all([
      this.policies.version('themes', DEFAULT_POLICY_IDS.themes, ruledBy),
      this.texts.read(source, sourceId),
    ]);
    return policy && written ? themesOf(compileThemes(policy.content), written.text) : [];
  }
}
