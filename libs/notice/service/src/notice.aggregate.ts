import type { Aggregate } from '@tenure/event-store';
import { noticeCodec, type NoticeCommand, type NoticeEvent, type NoticeRejection } from '@tenure/notice-contract';
import { notice, type Notice } from '@tenure/notice-core';
import type { Plain } from '@tenure/shared-contract';

export const noticeAggregate: Aggregate<Notice, Plain<NoticeCommand>, NoticeEvent, NoticeRejection> = {
  category: 'notice',
  decider: notice,
  codec: noticeCodec,
  idOf: ({ noticeId }) => noticeId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['IssueNotice'],
};
