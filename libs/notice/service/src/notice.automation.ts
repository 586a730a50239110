import { Automation, type AutomationFailure } from '@tenure/automation-runtime';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import { TimerWorker } from '@tenure/timers';
import { noticeProcess, noticeTimerHandlers, type NoticeDependencies } from './notice.handlers';
import { NOTICE_PROCESS_HANDLES } from './notice.process';

/** The data source is of a database whose timers have been migrated. */
export interface NoticeAutomationOptions extends NoticeDependencies {
  readonly feed: Feed;
  /** It will be tried again; `timer` is the key of the one that failed. */
  readonly onFailure: (error: unknown, timer?: string) => void;
}

/**
 * Tells people of what happens. Of several instances one follows the log; all of them deliver, also while history is being
 * loaded: what was issued is on its way.
 */
export class NoticeAutomation {
  readonly #following: Automation;
  readonly #delivering: TimerWorker;

  constructor(options: NoticeAutomationOptions) {
    const { feed, dataSource, now, onFailure } = options;
    this.#following = new Automation({
      name: 'notices',
      feed,
      dataSource,
      handles: NOTICE_PROCESS_HANDLES,
      open: async () => noticeProcess(options),
      onFailure,
    });
    const handlers = noticeTimerHandlers(options);
    this.#delivering = new TimerWorker({ url: urlOf(dataSource), handlers, now, onFailure });
  }

  start(): void {
    this.#following.start();
    this.#delivering.start();
  }

  async close(): Promise<void> {
    await Promise.all([this.#following.close(), this.#delivering.close()]);
  }

  get name(): string {
    return this.#following.name;
  }

  get failure(): AutomationFailure | undefined {
    return this.#following.failure;
  }

  /** Everybody has been told of everything in the log up to here; what is on its way may not have arrived yet. */
  get position(): bigint | undefined {
    return this.#following.position;
  }
}
