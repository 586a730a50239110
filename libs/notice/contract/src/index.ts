export {
  IssueNotice,
  MarkNoticeRead,
  noticeCommands,
  RecordNoticeDelivery,
  RecordNoticeFailure,
  type NoticeCommand,
} from './notice.commands';
export {
  NOTICE_CHANNELS,
  noticeCodec,
  type NoticeChannelName,
  type NoticeEvent,
  type NoticeIssued,
  type NoticeParameter,
  type NoticeParameters,
} from './notice.events';
export type { NoticeRejection } from './notice.rejections';
