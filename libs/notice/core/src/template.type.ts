/** Languages that notices are worded in. */
export const NOTICE_LANGUAGES = ['zh', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

export type InBothLanguages = Readonly<Record<NoticeLanguage, string>>;

/**
 * A notice with placeholders: `{name}` for a text as it is, `{name:instant}` for a time in the reader's time zone,
 * `{name:word}` for a word of the platform in the reader's language,
 * `{name:person}` for the name of a person, `{name:survey-link}` for the link of an invitation to a survey.
 */
export interface NoticeTemplate {
  readonly subject: InBothLanguages;
  /** Lines; an empty one begins a paragraph. */
  readonly body: InBothLanguages;
}
