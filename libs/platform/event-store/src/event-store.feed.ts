import { setTimeout as delay } from 'node:timers/promises';
import {
  excludeSystemEvents,
  START,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { isUndecodable, type Feed, type FeedBatch, type FeedOptions, type UndecodableEvent } from '@tenure/projections';
import type { AnyCodec } from './codec.registry';
import { decodeResolved } from './feed.decoding';
import { asStored } from './recorded.codec';
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

  async *batches(after: bigint | undefined, { maxEvents, signal }: FeedOptions): AsyncGenerator<FeedBatch> {
    let position = after;
    for (let failures = 0; !signal.aborted;) {
      const buffer = this.#subscribe(position, maxEvents, signal);
      try {
        for await (const { resolved, checkpoint, caughtUp } of buffer.chunks()) {
          failures = 0;
          const decoded = this.#decode(resolved);
          position = newest(resolved, checkpoint, position);
          if (position !== undefined) yield { ...decoded, position, caughtUp };
        }
      } catch {
        // Whatever broke the subscription: the events are safe in the log, so go on from the last position.
        failures++;
      } finally {
        await buffer.close();
      }
      if (!signal.aborted)
        await delay(Math.min(100 * 2 ** failures, 5_000), undefined, { signal }).catch(() => undefined);
    }
  }

  #subscribe(after: bigint | undefined, maxEvents: number, signal: AbortSignal): SubscriptionBuffer {
    const buffer = new SubscriptionBuffer(maxEvents, signal);
    const subscription = this.client.subscribeToAll(
      {
        fromPosition: after === undefined ? START : { commit: after, prepare: after },
        filter: excludeSystemEvents({
          checkpointInterval: 32,
          checkpointReached: async (_subscription, { commit }) => buffer.checkpoint(commit),
        }),
      },
      { highWaterMark: 512 },
    );
    buffer.attach(subscription);
    return buffer;
  }

  #decode(resolved: readonly AllStreamResolvedEvent[]): Pick<FeedBatch, 'events' | 'undecodable'> {
    const events: Recorded<DomainEvent>[] = [];
    const undecodable: UndecodableEvent[] = [];
    for (const one of resolved) {
      const event = decodeResolved(this.codec, one);
      if (event && !isUndecodable(event)) events.push(event);
      else this.#tell(one, event);
      if (event && isUndecodable(event)) undecodable.push(event);
    }
    return { events, undecodable };
  }

  #tell(resolved: AllStreamResolvedEvent, undecodable: UndecodableEvent | undefined): void {
    const stored = asStored(resolved);
    if (!stored) return;
    const { stream, revision, position, type } = stored;
    const reason = undecodable?.undecodable ?? `unknown event type ${type}`;
    this.onUnreadable({ stream, revision, position, reason });
  }
}

/** The newest of the last event, the checkpoint, and what was seen before. */
function newest(
  resolved: readonly AllStreamResolvedEvent[],
  checkpoint: bigint | undefined,
  before: bigint | undefined,
): bigint | undefined {
  const last = resolved.at(-1);
  const seen = (last && positionOf(last)) ?? before;
  if (checkpoint === undefined || seen === undefined) return checkpoint ?? seen;
  return checkpoint > seen ? checkpoint : seen;
}

const positionOf = ({ event, commitPosition }: AllStreamResolvedEvent): bigint | undefined =>
  event?.position.commit ?? commitPosition;
