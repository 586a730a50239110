/**
 * PostgreSQL's text COPY format (https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS).
 * A text can't hold U+0000 in PostgreSQL: it is stored as ␀ (U+2400), so that it is seen and nothing is refused.
 * A half of a surrogate pair becomes U+FFFD, as it does in UTF-8.
 */
export type CopyEncoder = (value: unknown) => string;

export const COPY_NULL = '\\N';

const SPECIAL = /[\\\t\n\r\0]/;
const EVERY_SPECIAL = /[\\\t\n\r\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\u2400',
};

export const escapeCopyText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (special) => ESCAPES[special] ?? special) : text;

/** What PostgreSQL will hold after a text was stored. */
export const storableText = (text: string): string =>
  UNSTORABLE.test(text) ? text.replace(/\0/g, '\u2400').replace(/\p{Surrogate}/gu, '\ufffd') : text;

const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** JSON escapes that jsonb refuses; JSON.stringify writes them for U+0000 and halves of surrogate pairs alone. */
const JSON_ESCAPES = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;

export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json;
  return json.replace(JSON_ESCAPES, (escape) =>
    escape === '\\u0000' ? '\u2400' : escape.startsWith('\\ud') ? '\ufffd' : escape,
  );
}

/** An array literal such as {"a","b",NULL}; nested arrays become nested braces. */
export function arrayLiteral(values: readonly unknown[], element: (value: unknown) => string): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (Array.isArray(value)) return arrayLiteral(value, element);
    return `"${element(value).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}
