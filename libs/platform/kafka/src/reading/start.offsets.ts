import type { Kafka } from 'kafkajs';
import { withAdmin } from '../topic.creation';
import { readOffsets } from './last.markers';
import type { PartitionRange } from './partition.reader';

/** Clocks of an event store's nodes may differ; what is read for nothing is skipped. */
const MARGIN_MS = 60_000;
/** Some records before the end, so that a marker says at once where the log stands. */
const LAST_RECORDS = 16n;

/**
 * From where to read each partition so that nothing recorded after the time is left out, whatever has not expired;
 * everything where no time is given.
 */
export async function findStart(
  kafka: Kafka,
  topic: string,
  recordedAt: string | undefined,
): Promise<PartitionRange[]> {
  const offsets = await readOffsets(kafka, topic);
  const found =
    recordedAt === undefined ? undefined : await offsetsAt(kafka, topic, Date.parse(recordedAt) - MARGIN_MS);
  return offsets.map(({ partition, low, high }) => {
    const beforeEnd = high - LAST_RECORDS;
    const from = least(found?.get(partition) ?? low, beforeEnd);
    return { partition, from: from < low ? low : from, end: high };
  });
}

async function offsetsAt(kafka: Kafka, topic: string, timeMs: number): Promise<Map<number, bigint>> {
  const offsets = await withAdmin(kafka, (admin) => admin.fetchTopicOffsetsByTimestamp(topic, timeMs));
  return new Map(offsets.map(({ partition, offset }) => [partition, BigInt(offset)]));
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
