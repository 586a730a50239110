import type { Projection } from '@tenure/kernel';
import type { NoticeChannelName, NoticeEvent, NoticeParameters } from '@tenure/notice-contract';

export interface NoticeDeliveryRow {
  readonly status: 'pending' | 'delivered' | 'given-up';
  readonly attempts: number;
  /** Of the newest change. */
  readonly at: string;
  readonly reference?: string;
  /** Of the newest failure. */
  readonly error?: string;
  readonly retryAt?: string;
}

export type NoticeDeliveries = Readonly<Partial<Record<NoticeChannelName, NoticeDeliveryRow>>>;

/** One notice as its recipient finds it. It is worded when it is read. Times are ISO 8601. */
export interface NoticeInboxRow {
  readonly noticeId: string;
  readonly recipient: string;
  readonly template: string;
  readonly parameters: NoticeParameters;
  readonly deliveries: NoticeDeliveries;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly causeEventId: string;
  readonly issuedAt: string;
  readonly readAt: string | null;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

/** What a person was told, how it got there, and whether it was read. */
export const noticeInbox: Projection<NoticeInboxRow, NoticeEvent> = {
  name: 'notice-inbox',
  version: 1,
  handles: ['NoticeIssued', 'NoticeDelivered', 'NoticeDeliveryFailed', 'NoticeGivenUp', 'NoticeRead'],
  keysOf: ({ data: { noticeId } }) => [noticeId],
  fold: (row, event) => {
    const { position, metadata } = event;
    const known = row ?? newRow(event.data.noticeId, metadata.occurredAt, position);
    return { ...known, ...changesOf(known, event), position };
  },
};

const newRow = (noticeId: string, issuedAt: string, position: bigint): NoticeInboxRow => ({
  noticeId,
  recipient: '',
  template: '',
  parameters: {},
  deliveries: {},
  customerId: null,
  caseId: null,
  causeEventId: '',
  issuedAt,
  readAt: null,
  position,
});

function changesOf(row: NoticeInboxRow, event: NoticeEvent): Partial<NoticeInboxRow> {
  switch (event.type) {
    case 'NoticeIssued': {
      const { recipient, template, parameters, channels, causeEventId, issuedAt } = event.data;
      const { customerId = null, caseId = null } = event.data;
      const pending = channels.map((channel) => [channel, { status: 'pending', attempts: 0, at: issuedAt }] as const);
      const deliveries: NoticeDeliveries = Object.fromEntries(pending);
      return { recipient, template, parameters, deliveries, causeEventId, customerId, caseId, issuedAt };
    }
    case 'NoticeDelivered': {
      const { channel, attempt, reference, deliveredAt } = event.data;
      return onChannel(row, channel, { status: 'delivered', attempts: attempt, at: deliveredAt, reference });
    }
    case 'NoticeDeliveryFailed': {
      const { channel, attempt, error, failedAt, retryAt } = event.data;
      const failed = { status: 'pending', attempts: attempt, at: failedAt, error } as const;
      return onChannel(row, channel, retryAt === undefined ? failed : { ...failed, retryAt });
    }
    case 'NoticeGivenUp': {
      const { channel, attempts, reason, givenUpAt } = event.data;
      return onChannel(row, channel, { status: 'given-up', attempts, at: givenUpAt, error: reason });
    }
    case 'NoticeRead':
      return { readAt: event.data.readAt };
  }
}

const onChannel = (row: NoticeInboxRow, channel: NoticeChannelName, delivery: NoticeDeliveryRow) => ({
  deliveries: { ...row.deliveries, [channel]: delivery },
});
