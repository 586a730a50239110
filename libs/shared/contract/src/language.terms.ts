export type Language = 'zh' | 'en';

/** What users read: Chinese and English. */
export type Text = Readonly<Record<Language, string>>;

/** What each code of a kind is called. */
export type Names<Code extends string> = Readonly<Record<Code, Text>>;
