import { setTimeout as delay } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { isUndecodable, type Feed, type FeedBatch, type FeedOptions, type UndecodableEvent } from '@tenure/projections';
import type { AnyCodec } from './codec.registry';
import { decodeEvent } from './feed.decoding';
import type { LogEvent } from './log.message';
import { subscribeToLog } from './log.subscription';
import type { Stored } from './recorded.codec';
import { SubscriptionBuffer } from './subscription.buffer';

/** What the feed could not decode, whether its type is known or not; the caller logs it. */
export type OnUnreadable = (event: { stream: string; revision: bigint; position: bigint; reason: string }) => void;

/** Feeds from `$all`, without system events; subscribes again from where it stood when the connection breaks. */
export class EventStoreFeed implements Feed {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly codec: AnyCodec,
    private readonly onUnreadable: OnUnreadable,
  ) {}

  async *batches(after: bigint | undefined, { maxEvents, types, signal }: FeedOptions): AsyncGenerator<FeedBatch> {
    let position = after;
    for (let failures = 0; !signal.aborted;) {
      let buffer: SubscriptionBuffer | undefined;
      try {
        buffer = new SubscriptionBuffer(await subscribeToLog(this.client, position, types), maxEvents, signal);
        for await (const { events, checkpoint, caughtUp } of buffer.chunks()) {
          failures = 0;
          const decoded = this.#decode(events);
          position = newest(events, checkpoint, position);
          if (position !== undefined) yield { ...decoded, position, caughtUp };
        }
      } catch {
        // Whatever broke the subscription: the events are safe in the log, so go on from the last position.
        failures++;
      } finally {
        buffer?.close();
      }
      if (!signal.aborted)
        await delay(Math.min(100 * 2 ** failures, 5_000), undefined, { signal }).catch(() => undefined);
    }
  }

  #decode(found: readonly LogEvent[]): Pick<FeedBatch, 'events' | 'undecodable'> {
    const events: Recorded<DomainEvent>[] = [];
    const undecodable: UndecodableEvent[] = [];
    for (const { event: stored, isJson } of found) {
      const event = decodeEvent(this.codec, stored, isJson);
      if (event && !isUndecodable(event)) events.push(event);
      else this.#tell(stored, event);
      if (event && isUndecodable(event)) undecodable.push(event);
    }
    return { events, undecodable };
  }

  #tell({ stream, revision, position, type }: Stored, undecodable: UndecodableEvent | undefined): void {
    const reason = undecodable?.undecodable ?? `unknown event type ${type}`;
    this.onUnreadable({ stream, revision, position, reason });
  }
}

/** The newest of the last event, the checkpoint, and what was seen before. */
function newest(
  events: readonly LogEvent[],
  checkpoint: bigint | undefined,
  before: bigint | undefined,
): bigint | undefined {
  const seen = events.at(-1)?.event.position ?? before;
  if (checkpoint === undefined || seen === undefined) return checkpoint ?? seen;
  return checkpoint > seen ? checkpoint : seen;
}
