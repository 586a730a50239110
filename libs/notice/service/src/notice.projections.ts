import { noticeInbox } from '@tenure/notice-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { NoticeInboxEntry } from './notice-inbox.entity';
import { CreateNoticeInbox1700000001400 } from './notice-inbox.migration';

export const noticeProjections: readonly ProjectionBinding[] = [bindProjection(noticeInbox, NoticeInboxEntry)];

export const noticeMigrations = [CreateNoticeInbox1700000001400];
