export { noticeAggregate } from './notice.aggregate';
export { NoticeAutomation, type NoticeAutomationOptions } from './notice.automation';
export { noticeRejectionStatuses } from './notice.controller';
export type { MailSettings } from './notice.handlers';
export { NoticeHttpModule } from './notice.http.module';
export { NoticeModule } from './notice.module';
export { NoticeInboxEntry } from './notice-inbox.entity';
export { noticeMigrations, noticeProjections } from './notice.projections';
