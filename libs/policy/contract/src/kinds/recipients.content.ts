import { id, list, oneOf, record, words } from './schema.parts';

export interface NoticeRecipient {
  readonly personId: string;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly email?: string;
  /** `secret` signs what is sent; it never leaves by HTTP. */
  readonly webhook?: { readonly url: string; readonly secret: string };
}

/** Who can be told, and how. Everybody has an inbox. */
export interface RecipientsContent {
  readonly people: readonly NoticeRecipient[];
}

export const recipientsSchema = record({
  people: list(
    record(
      {
        personId: id,
        name: words(200),
        language: oneOf(['zh', 'en']),
        email: { type: 'string', format: 'email', maxLength: 320 },
        webhook: record({
          url: { type: 'string', format: 'web-address', maxLength: 2_000 },
          secret: { type: 'string', minLength: 8, maxLength: 500 },
        }),
      },
      ['email', 'webhook'],
    ),
    0,
    5_000,
  ),
});
