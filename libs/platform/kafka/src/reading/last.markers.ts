import type { Kafka } from 'kafkajs';
import { decodeMarker, MARKER } from '../records/marker.record';
import type { LogMarker } from '../records/log.marker';
import { headerOf } from '../records/record.headers';
import { withAdmin } from '../topic.creation';
import { PartitionReader, type PartitionRange } from './partition.reader';

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
  const offsets = await withAdmin(kafka, (admin) => admin.fetchTopicOffsets(topic));
  return offsets
    .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
    .sort((a, b) => a.partition - b.partition);
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
  let wake: () => void = () => undefined;
  const reader = await PartitionReader.open(kafka, {
    topic,
    partitions,
    onRecords: (partition, records) => {
      for (const record of records) {
        const marker = headerOf(record.headers, 'kind') === MARKER ? decodeMarker(record) : undefined;
        if (marker) markers.set(partition, marker);
      }
    },
    onChange: () => wake(),
  });
  try {
    while (ranges.some(({ partition, end }) => reader.offset(partition) < end)) {
      if (reader.failure) throw reader.failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    await reader.close();
  }
}
