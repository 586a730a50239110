import { id, list, oneOf, record, timeZone, words } from './schema.parts';

export interface NoticeRecipient {
  readonly personId: string;
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** In which times are shown; absent: that of all. */
  readonly timeZone?: string;
  readonly email?: string;
  /** `secret` signs what is sent; it never leaves by HTTP. */
  readonly webhook?: { readonly url: string; readonly secret: string };
}

/** Who can be told, and how. Everybody has an inbox. */
export interface RecipientsContent {
  /** In which times are shown to whoever has none of their own; absent: UTC. */
  readonly timeZone?: string;
  readonly people: readonly NoticeRecipient[];
}

export const recipientsSchema = record(
  {
    timeZone,
    people: list(
      record(
        {
          personId: id,
          name: words(200),
          language: oneOf(['zh', 'en']),
          timeZone,
          email: { type: 'string', format: 'email', maxLength: 320 },
          webhook: record({
            url: { type: 'string', format: 'web-address', maxLength: 2_000 },
            secret: { type: 'string', minLength: 8, maxLength: 500 },
          }),
        },
        ['timeZone', 'email', 'webhook'],
      ),
      0,
      5_000,
    ),
  },
  ['timeZone'],
);
