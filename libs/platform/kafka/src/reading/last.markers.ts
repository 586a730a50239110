import { setTimeout as delay } from 'node:timers/promises';
import { type Kafka, KafkaJSProtocolError } from 'kafkajs';
import { decodeMarker, MARKER } from '../records/marker.record';
import type { LogMarker } from '../records/log.marker';
import { headerOf } from '../records/record.headers';
import { withAdmin } from '../topic.creation';
import type { PartitionRange } from './partition.reader';
import { readRanges } from './range.reading';

/** Records of a partition that are looked at first; a transaction has fewer. */
const FIRST_DEPTH = 1_500n;

/**
 * The newest committed marker of each partition; those that hold none, because they are new or all has expired, are
 * left out. Nobody may write meanwhile.
 */
export async function readLastMarkers(kafka: Kafka, topic: string): Promise<Map<number, LogMarker>> {
  const markers = new Map<number, LogMarker>();
  let missing = (await readOffsets(kafka, topic)).filter(({ low, high }) => high > low);
  for (let depth = FIRST_DEPTH; missing.length > 0; depth *= 10n) {
    const ranges = missing.map(({ low, high, partition }) => ({
      partition,
      from: high - depth > low ? high - depth : low,
      end: high,
    }));
    await readTo(kafka, topic, ranges, markers);
    missing = missing.filter(({ partition, low, high }) => !markers.has(partition) && high - depth > low);
  }
  return markers;
}

export interface PartitionOffsets {
  readonly partition: number;
  /** Of the oldest record that is left. */
  readonly low: bigint;
  /** After the newest committed record. */
  readonly high: bigint;
}

export async function readOffsets(kafka: Kafka, topic: string): Promise<PartitionOffsets[]> {
  const offsets = await withAdmin(kafka, (admin) => untilLed(() => admin.fetchTopicOffsets(topic)));
  return offsets
    .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
    .sort((a, b) => a.partition - b.partition);
}

const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 100;

/** A broker that has just created a topic may for a moment not know that it leads the topic's partitions. */
async function untilLed<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof KafkaJSProtocolError) || !error.retriable || attempt === ATTEMPTS) throw error;
      await delay(BETWEEN_ATTEMPTS_MS);
    }
  }
}

/** All partitions of a reader are assigned to it, so those without interest are read from their end. */
async function readTo(
  kafka: Kafka,
  topic: string,
  ranges: readonly PartitionRange[],
  markers: Map<number, LogMarker>,
): Promise<void> {
  const all = await readOffsets(kafka, topic);
  const partitions = all.map(
    ({ partition, high }) =>
      ranges.find((range) => range.partition === partition) ?? { partition, from: high, end: high },
  );
  await readRanges(kafka, topic, partitions, (partition, record) => {
    const marker = headerOf(record.headers, 'kind') === MARKER ? decodeMarker(record) : undefined;
    if (marker) markers.set(partition, marker);
  });
}
