import type { Kafka, KafkaMessage } from 'kafkajs';
import { PartitionReader, type PartitionRange } from './partition.reader';

/** Hands over the committed records of the ranges, which name every partition of the topic; those of one in order. */
export async function readRanges(
  kafka: Kafka,
  topic: string,
  partitions: readonly PartitionRange[],
  onRecord: (partition: number, record: KafkaMessage) => void,
): Promise<void> {
  let wake: () => void = () => undefined;
  const reader = await PartitionReader.open(kafka, {
    topic,
    partitions,
    onRecords: (partition, records) => {
      for (const record of records) onRecord(partition, record);
    },
    onChange: () => wake(),
  });
  try {
    while (partitions.some(({ partition, end }) => reader.offset(partition) < end)) {
      if (reader.failure) throw reader.failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    await reader.close();
  }
}
