import { Command, IdProperty, type CommandDescription } from '@tenure/shared-contract';
import type { NoticeChannelName, NoticeIssued, NoticeParameters } from './notice.events';

abstract class OnNotice extends Command {
  @IdProperty('Id of the notice.')
  readonly noticeId!: string;
}

/** Says that the person who was told has read it. */
export class MarkNoticeRead extends OnNotice {
  readonly type = 'MarkNoticeRead';

  @IdProperty('Who read it: the person whom it was for.')
  readonly by!: string;
}

/** Tells a person something; made by the platform alone. The same notice is issued once, whatever it would say then. */
export class IssueNotice extends OnNotice {
  readonly type = 'IssueNotice';
  readonly recipient!: string;
  readonly template!: string;
  readonly parameters!: NoticeParameters;
  readonly channels!: readonly NoticeChannelName[];
  readonly causeEventId!: string;
  readonly customerId?: string;
  readonly caseId?: string;
  readonly purpose?: NoticeIssued['purpose'];
}

abstract class OnDelivery extends OnNotice {
  readonly channel!: NoticeChannelName;
  /** Counted from 1 for each channel. */
  readonly attempt!: number;
}

/** Sent by the platform alone. */
export class RecordNoticeDelivery extends OnDelivery {
  readonly type = 'RecordNoticeDelivery';
  readonly reference!: string;
}

/** Sent by the platform alone. */
export class RecordNoticeFailure extends OnDelivery {
  readonly type = 'RecordNoticeFailure';
  readonly error!: string;
  /** When it is tried again; absent where nothing more is tried. */
  readonly retryAt?: string;
}

export type NoticeCommand = MarkNoticeRead | IssueNotice | RecordNoticeDelivery | RecordNoticeFailure;

/** Those that can come from outside. */
export const noticeCommands: readonly CommandDescription<MarkNoticeRead>[] = [
  { command: MarkNoticeRead, cloudEventType: 'tenure.notice.read' },
];
