import type { Feed, FeedBatch, FeedOptions } from '@tenure/projections';
import { backOff } from '../backoff';
import type { KafkaFeedOptions } from './feed.options';
import { FeedSession } from './feed.session';

const FIRST_PAUSE_MS = 100;

/**
 * Feeds from the log's topic: the log, in its order, every event once, whatever Kafka has lost or repeats. Every reader
 * reads all partitions. Goes on from where it stood when the connection breaks.
 */
export class KafkaFeed implements Feed {
  constructor(private readonly options: KafkaFeedOptions) {}

  async *batches(after: bigint | undefined, { maxEvents, signal }: FeedOptions): AsyncGenerator<FeedBatch> {
    let position = after;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const batch of new FeedSession(this.options, position, maxEvents, signal).batches()) {
          failures = 0;
          position = batch.position;
          yield batch;
        }
      } catch (error) {
        if (!signal.aborted) this.options.onFailure?.(error);
      }
      await backOff(failures, FIRST_PAUSE_MS, signal);
    }
  }
}
