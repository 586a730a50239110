import { defineCodec } from '@tenure/kernel';

/** Ways by which a notice reaches a person. */
export const NOTICE_CHANNELS = ['inbox', 'email', 'webhook'] as const;
export type NoticeChannelName = (typeof NOTICE_CHANNELS)[number];

/** What a template's placeholders stand for: texts, ISO 8601 instants, codes; or a text in both languages. */
export type NoticeParameters = Readonly<Record<string, NoticeParameter>>;
export type NoticeParameter = string | { readonly zh: string; readonly en: string };

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type NoticeEvent =
  | { readonly type: 'NoticeIssued'; readonly data: NoticeIssued }
  | { readonly type: 'NoticeDelivered'; readonly data: NoticeDelivered }
  | { readonly type: 'NoticeDeliveryFailed'; readonly data: NoticeDeliveryFailed }
  | { readonly type: 'NoticeGivenUp'; readonly data: NoticeGivenUp }
  | { readonly type: 'NoticeRead'; readonly data: NoticeRead };

interface OfNotice {
  readonly noticeId: string;
  /** The customer that it is about, where it is about one. */
  readonly customerId?: string;
}

interface OfDelivery extends OfNotice {
  readonly channel: NoticeChannelName;
  /** Counted from 1 for each channel. */
  readonly attempt: number;
}

export interface NoticeIssued extends OfNotice {
  /** The person who is told. */
  readonly recipient: string;
  readonly template: string;
  readonly parameters: NoticeParameters;
  readonly channels: readonly NoticeChannelName[];
  /** Id of the event that it tells of. */
  readonly causeEventId: string;
  readonly caseId?: string;
  /** Where it goes to a customer: what their consent is needed for. */
  readonly purpose?: 'service' | 'marketing';
  readonly issuedAt: string;
}

export interface NoticeDelivered extends OfDelivery {
  /** What the other side, or the file system, knows it by. */
  readonly reference: string;
  readonly deliveredAt: string;
}

export interface NoticeDeliveryFailed extends OfDelivery {
  readonly error: string;
  readonly failedAt: string;
  /** When it is tried again; absent where it is not. */
  readonly retryAt?: string;
}

/** Follows the last failure on a channel: nothing more is tried there. */
export interface NoticeGivenUp extends OfNotice {
  readonly channel: NoticeChannelName;
  readonly attempts: number;
  readonly reason: string;
  readonly givenUpAt: string;
}

export interface NoticeRead extends OfNotice {
  readonly by: string;
  readonly readAt: string;
}

const ofNotice = { noticeId: 'string', customerId: 'string?' } as const;
const ofDelivery = { ...ofNotice, channel: 'string', attempt: 'number' } as const;

export const noticeCodec = defineCodec<NoticeEvent>({
  NoticeIssued: {
    version: 1,
    fields: {
      ...ofNotice,
      recipient: 'string',
      template: 'string',
      parameters: 'object',
      channels: 'array',
      causeEventId: 'string',
      caseId: 'string?',
      purpose: 'string?',
      issuedAt: 'string',
    },
    personal: ['parameters'],
  },
  NoticeDelivered: { version: 1, fields: { ...ofDelivery, reference: 'string', deliveredAt: 'string' } },
  NoticeDeliveryFailed: {
    version: 1,
    fields: { ...ofDelivery, error: 'string', failedAt: 'string', retryAt: 'string?' },
  },
  NoticeGivenUp: {
    version: 1,
    fields: { ...ofNotice, channel: 'string', attempts: 'number', reason: 'string', givenUpAt: 'string' },
  },
  NoticeRead: { version: 1, fields: { ...ofNotice, by: 'string', readAt: 'string' } },
});
