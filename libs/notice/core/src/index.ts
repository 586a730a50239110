export { MOST_ATTEMPTS, retryDelayMs } from './delivery.retries';
export { isNoticeCause, NOTICE_CAUSES, noticeOf, type NoticeCause } from './notice.causes';
export { notice } from './notice.decider';
export {
  noticeInbox,
  type NoticeDeliveries,
  type NoticeDeliveryRow,
  type NoticeInboxRow,
} from './notice-inbox.projection';
export { isNews } from './notice.news';
export { customerOfRecipient, customerRecipient, personNamed, type Addressee, type NoticePlan } from './notice.plan';
export type { ChannelState, Issued, Notice } from './notice.state';
export { renderNotice, type RenderedNotice, type Wording } from './template.rendering';
export { NOTICE_LANGUAGES, type NoticeLanguage } from './template.type';
