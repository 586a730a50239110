import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import type { ThemeTitle } from './theme.view';

/** What themes and steps are called, by the newest version that has them. */
export interface KnownTitles {
  readonly themes: ReadonlyMap<string, ThemeTitle>;
  readonly steps: ReadonlyMap<string, ThemeTitle>;
}

@Injectable()
export class ThemeTitles {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  async read(): Promise<KnownTitles> {
    const versions = await this.policies.versions('themes', DEFAULT_POLICY_IDS.themes);
    return {
      themes: new Map(
        versions.flatMap(({ content }) => content.themes.map(({ themeId, title }) => [themeId, title] as const)),
      ),
      steps: new Map(
        versions.flatMap(({ content }) => content.steps.map(({ stepId, title }) => [stepId, title] as const)),
      ),
    };
  }
}

export const titleIn = (titles: ReadonlyMap<string, ThemeTitle>, id: string): ThemeTitle =>
  titles.get(id) ?? { zh: id, en: id };
