import type { ThemeSource } from './theme.events';

export interface ThemedQuestion {
  readonly source: ThemeSource;
  /** All of them, where none is given. */
  readonly themeId?: string;
  /** Those that were written from this moment up to, not including, the other: ISO 8601. */
  readonly from: string;
  readonly until: string;
  /** Corrections after this moment don't count. */
  readonly asOf: string;
}

/** What texts are about. A Nest token; theme-service binds it. */
export abstract class ThemedTexts {
  /** The themes of each text by the id of its source, ascending; texts without a theme are absent. */
  abstract find(question: ThemedQuestion): Promise<ReadonlyMap<string, readonly string[]>>;
}
