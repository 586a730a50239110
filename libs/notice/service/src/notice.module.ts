import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { IssueNotice, noticeCommands, RecordNoticeDelivery, RecordNoticeFailure } from '@tenure/notice-contract';
import { noticeAggregate } from './notice.aggregate';

/** These go over the bus like every command, but are in no list of those that come from outside. */
const internal = [
  { command: IssueNotice, cloudEventType: 'tenure.notice.issued' },
  { command: RecordNoticeDelivery, cloudEventType: 'tenure.notice.delivered' },
  { command: RecordNoticeFailure, cloudEventType: 'tenure.notice.delivery-failed' },
];

@Module({ providers: commandHandlers(noticeAggregate, [...noticeCommands, ...internal]) })
export class NoticeModule {}
