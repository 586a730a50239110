import { id, list, oneOf, record, timeZone, words } from './schema.parts';

export interface NoticeRecipient {
  readonly personId: string;
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** In which times are shown; absent: that of all. */
  readonly timeZone?: string;
  readonly email?: string;
  readonly webhook?: RecipientWebhook;
}

export interface RecipientWebhook {
  readonly url: string;
  /** Of the secret that signs what is sent. What a policy says is in the log for good: the secret itself is a setting. */
  readonly secretName: string;
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
            secretName: { type: 'string', format: 'secret-name' },
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
