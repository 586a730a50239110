import { Partitioners, type PartitionMetadata } from 'kafkajs';

/** The partition of a key: what kafkajs and the Java client choose by default, so that other producers choose alike. */
export function partitionerOf(topic: string, partitions: number): (key: string) => number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partition) => describePartition(partition));
  const choose = Partitioners.DefaultPartitioner();
  return (key) => choose({ topic, partitionMetadata, message: { key, value: null } });
}

const describePartition = (partitionId: number): PartitionMetadata => ({
  partitionErrorCode: 0,
  partitionId,
  leader: 0,
  replicas: [],
  isr: [],
});
