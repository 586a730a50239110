import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { NoticeInboxEntry } from '../notice-inbox.entity';
import { delivered, retryable, type DeliveryOutcome, type NoticeChannel, type OutgoingNotice } from './notice.channel';

const LOOK_AGAIN_MS = 50;
const WAIT_MS = 5_000;

/** The inbox of the console: a notice is there as soon as the projection has it. */
export class InboxChannel implements NoticeChannel {
  readonly channel = 'inbox';

  constructor(
    private readonly dataSource: DataSource,
    private readonly waitMs = WAIT_MS,
  ) {}

  async deliver({ noticeId }: OutgoingNotice, _recipient: unknown, signal: AbortSignal): Promise<DeliveryOutcome> {
    const rows = this.dataSource.getRepository(NoticeInboxEntry);
    for (let waitedMs = 0; waitedMs <= this.waitMs; waitedMs += LOOK_AGAIN_MS) {
      if (await rows.existsBy({ noticeId })) return delivered(noticeId);
      await delay(LOOK_AGAIN_MS, undefined, { signal });
    }
    return retryable('the inbox has not caught up with the log');
  }
}
