export { noticeAggregate } from './notice.aggregate';
export { noticeRejectionStatuses } from './notice.controller';
export { noticeProcess, noticeTimerHandlers, type MailSettings, type NoticeDependencies } from './notice.handlers';
export { NoticeHttpModule } from './notice.http.module';
export { NoticeModule } from './notice.module';
export { NoticeInboxEntry } from './notice-inbox.entity';
export { NOTICE_PROCESS_HANDLES } from './notice.process';
export { noticeMigrations, noticeProjections } from './notice.projections';
