import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { NoticeEvent } from '@tenure/notice-contract';
import { isNews, isNoticeCause, NOTICE_CAUSES } from '@tenure/notice-core';
import { setTimers } from '@tenure/timers';
import type { NoticeIssuing } from './notice.issuing';
import { deliveryTimer } from './notice.timer';

/** Types of events that it acts on. */
export const NOTICE_PROCESS_HANDLES: readonly string[] = [...NOTICE_CAUSES, 'NoticeIssued'];

/** Follows the log: issues the notices that events give reason for, and sets the timers that deliver what was issued. */
export class NoticeProcess implements Process {
  constructor(
    private readonly issuing: NoticeIssuing,
    /** ISO 8601. */
    private readonly now: () => string,
  ) {}

  async handle({
    events,
    openLoads = [],
  }: ProcessBatch & { openLoads?: readonly string[] }): Promise<StoreStep | undefined> {
    const frame = { openLoads: new Set(openLoads), now: this.now() };
    const causes = events.filter(isNoticeCause).filter((event) => isNews(event, frame));
    await Promise.all(causes.map((event) => this.issuing.issue(event)));
    const timers = events
      .filter(isIssued)
      .flatMap(({ data: { noticeId, channels, issuedAt } }) =>
        channels.map((channel) => deliveryTimer({ noticeId, channel }, issuedAt)),
      );
    return timers.length === 0 ? undefined : (client) => setTimers(client, this.now, timers);
  }
}

type Issued = Extract<NoticeEvent, { type: 'NoticeIssued' }>;

const isIssued = (event: Recorded<DomainEvent>): event is Recorded<Issued> => event.type === 'NoticeIssued';
