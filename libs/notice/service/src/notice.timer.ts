import { NOTICE_CHANNELS, type NoticeChannelName } from '@tenure/notice-contract';
import type { Timer } from '@tenure/timers';

/** Kind of the timers that deliver notices. */
export const NOTICE_TIMER = 'notice';

/** One notice on one of its channels. */
export interface DeliveryJob {
  readonly noticeId: string;
  readonly channel: NoticeChannelName;
}

/** One timer for each notice and channel: set again, it is the same one. `dueAt` is ISO 8601. */
export const deliveryTimer = ({ noticeId, channel }: DeliveryJob, dueAt: string): Timer => ({
  kind: NOTICE_TIMER,
  key: `${noticeId}:${channel}`,
  dueAt,
  content: { noticeId, channel },
});

/** Throws where the timer is none that `deliveryTimer` made. */
export function jobOf({ key, content }: Timer): DeliveryJob {
  if (typeof content === 'object' && content !== null && 'noticeId' in content && 'channel' in content) {
    const { noticeId } = content;
    const channel = NOTICE_CHANNELS.find((name) => name === content.channel);
    if (typeof noticeId === 'string' && channel) return { noticeId, channel };
  }
  throw new Error(`The timer ${key} names no notice and channel`);
}
