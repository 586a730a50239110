import type { Kafka, KafkaMessage } from 'kafkajs';
import { type PartitionOffsets, readOffsets } from '../reading/last.markers';
import { readRanges } from '../reading/range.reading';
import { decodeRowMarker, isRow, type RowMarker } from './row.record';

/** The last record of a transaction is its marker; some offsets behind it are of the transactions themselves. */
const LAST_OFFSETS = 200n;

/** The newest marker; undefined where the topic is empty. Nobody may write meanwhile. */
export async function readRowMarker(kafka: Kafka, topic: string): Promise<RowMarker | undefined> {
  let marker: RowMarker | undefined;
  const keep = (record: KafkaMessage) => void (marker = decodeRowMarker(record) ?? marker);
  await readAll(kafka, topic, keep, ({ low, high }) => (high - LAST_OFFSETS > low ? high - LAST_OFFSETS : low));
  return marker;
}

/** Keys that have a row. Nobody may write meanwhile. */
export async function readRowKeys(kafka: Kafka, topic: string): Promise<Set<string>> {
  const keys = new Set<string>();
  const keep = (record: KafkaMessage) => {
    const key = record.key?.toString() ?? '';
    if (!isRow(record)) return;
    if (record.value === null) keys.delete(key);
    else keys.add(key);
  };
  await readAll(kafka, topic, keep, ({ low }) => low);
  return keys;
}

/** Committed records of all partitions, from an offset of each up to its present end. */
async function readAll(
  kafka: Kafka,
  topic: string,
  onRecord: (record: KafkaMessage) => void,
  from: (offsets: PartitionOffsets) => bigint,
): Promise<void> {
  const partitions = (await readOffsets(kafka, topic)).map((offsets) => ({
    partition: offsets.partition,
    from: from(offsets),
    end: offsets.high,
  }));
  await readRanges(kafka, topic, partitions, (_partition, record) => onRecord(record));
}
