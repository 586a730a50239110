import { defineCodec } from '@tenure/kernel';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ThemeEvent = { readonly type: 'ThemesCorrected'; readonly data: ThemesCorrected };

/** What has words that themes are found in. */
export const THEME_SOURCES = ['complaint', 'answer', 'voice'] as const;
export type ThemeSource = (typeof THEME_SOURCES)[number];

/** A person says what it is about, in place of the rules. */
export interface ThemesCorrected {
  readonly source: ThemeSource;
  /** Id of the complaint, of the invitation that was answered, or of the voice. */
  readonly sourceId: string;
  /** None, where it is about none of them. */
  readonly themes: readonly string[];
  readonly by: string;
  readonly why?: string;
  readonly correctedAt: string;
}

export const themeCodec = defineCodec<ThemeEvent>({
  ThemesCorrected: {
    version: 1,
    fields: {
      source: 'string',
      sourceId: 'string',
      themes: 'array',
      by: 'string',
      why: 'string?',
      correctedAt: 'string',
    },
  },
});
