import type { LogPublisher } from '@tenure/kafka';
import { type Feed, within } from '@tenure/projections';

export interface RelayingOptions {
  readonly publisher: LogPublisher;
  readonly log: Feed;
  readonly maxBatchEvents: number;
  /** After so long without news the topic is told again how far it reaches, for readers that have just come. */
  readonly idleMarkerMs: number;
  readonly signal: AbortSignal;
  /** Everything up to the position is published, `events` of it since the last call. */
  readonly onProgress: (position: bigint, events: number) => void;
}

/**
 * Publishes the log from where the topic ends, until aborted; rejects on the first failure. One batch is under way at a
 * time, and what is recorded meanwhile makes the next one: few and large while there is much, at once when there is little.
 */
export async function relayLog(options: RelayingOptions): Promise<void> {
  const { publisher, log, maxBatchEvents, idleMarkerMs, signal, onProgress } = options;
  let seen = publisher.position;
  const repeatMarker = async () => void (seen !== undefined && (await publisher.publish([], seen)));
  await repeatMarker();
  const batches = log.batches(seen, { maxEvents: maxBatchEvents, signal })[Symbol.asyncIterator]();
  try {
    for (let next = batches.next(); ;) {
      const news = await within(next, idleMarkerMs);
      if (news?.done) return;
      if (news === undefined) {
        await repeatMarker();
        continue;
      }
      const { events, position } = news.value;
      if (events.length > 0) await publisher.publish(events, position);
      seen = position;
      onProgress(position, events.length);
      next = batches.next();
    }
  } finally {
    await batches.return?.();
  }
}
