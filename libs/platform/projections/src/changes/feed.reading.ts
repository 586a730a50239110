import type { Feed, FeedBatch } from '../feed';
import { within } from './promise.limit';

/** A feed that can be waited for no longer than one likes. */
export class FeedReading {
  readonly #closing = new AbortController();
  readonly #batches: AsyncIterator<FeedBatch>;
  #next: Promise<IteratorResult<FeedBatch>> | undefined;

  constructor(feed: Feed, after: bigint | undefined, maxEvents: number, signal: AbortSignal) {
    const ending = AbortSignal.any([signal, this.#closing.signal]);
    this.#batches = feed.batches(after, { maxEvents, signal: ending })[Symbol.asyncIterator]();
  }

  /** The next batch; `none` where there is none within the time. */
  async next(waitMs: number): Promise<FeedBatch | 'none' | 'ended'> {
    this.#next ??= this.#batches.next();
    const news = await within(this.#next, waitMs);
    if (news === undefined) return 'none';
    this.#next = undefined;
    return news.done ? 'ended' : news.value;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#next?.catch(() => undefined);
    await this.#batches.return?.();
  }
}
