import type { EventStoreDBClient } from '@eventstore/db-client';
import { type AnyCodec, EventStoreFeed, headPosition } from '@tenure/event-store';
import { LogPublisher } from '@tenure/kafka';
import type { Kafka } from 'kafkajs';
import { relayLog } from './log.relaying';
import type { RelayProgress } from './relay.progress';

export interface LeadingOptions {
  readonly client: EventStoreDBClient;
  readonly kafka: Kafka;
  readonly topic: string;
  readonly idleMarkerMs: number;
  readonly progress: RelayProgress;
  readonly signal: AbortSignal;
}

const MAX_BATCH_EVENTS = 500;

/** The topic holds events as the log does: whoever reads them has a codec of his own. */
const asStored: AnyCodec = {
  types: [],
  decode: (type, _version, data) => ({ known: true, event: { type, data: data as object } }),
};

/** Shuts out whoever led before, and publishes from where the topic ends until aborted. Rejects on the first failure. */
export async function lead({ client, kafka, topic, idleMarkerMs, progress, signal }: LeadingOptions): Promise<void> {
  const publisher = await LogPublisher.open(kafka, { topic, transactionalId: topic });
  try {
    await refuseOtherLog(client, publisher.position);
    progress.resumeAt(publisher.position);
    await relayLog({
      publisher,
      log: new EventStoreFeed(client, asStored, () => undefined),
      maxBatchEvents: MAX_BATCH_EVENTS,
      idleMarkerMs,
      signal,
      onProgress: (position, events) => progress.advance(position, events),
    });
  } finally {
    await publisher.close();
  }
}

/** What the topic of another log holds would pass for events of this one. */
async function refuseOtherLog(client: EventStoreDBClient, published: bigint | undefined): Promise<void> {
  if (published === undefined) return;
  const head = await headPosition(client);
  if (head !== undefined && head >= published) return;
  throw new Error(
    `The topic reaches ${published}, the log only ${head ?? 'its start'}: it is the topic of another log`,
  );
}
