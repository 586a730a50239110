import type { Admin, Kafka } from 'kafkajs';

export interface TopicSettings {
  readonly topic: string;
  readonly partitions: number;
  /** How long records are kept at the least, counted from their own time; -1 for ever. */
  readonly retentionMs: number;
  /** The broker's default unless given. */
  readonly replicas?: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** The topic of the log, unless somebody says otherwise. What has expired is read from the log itself. */
export const LOG_TOPIC: TopicSettings = { topic: 'tenure.events', partitions: 6, retentionMs: WEEK_MS };

/** An event may be as large as EventStoreDB takes it, and a transaction's records of one partition go as one. */
const LARGEST_RECORDS_BYTES = 8 * 1024 * 1024;

/** Creates the topics that are not there yet; those that are keep their partitions and settings. */
export async function createTopics(kafka: Kafka, topics: readonly TopicSettings[]): Promise<void> {
  await withAdmin(kafka, (admin) =>
    admin.createTopics({
      waitForLeaders: true,
      topics: topics.map(({ topic, partitions, retentionMs, replicas = -1 }) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: [
          { name: 'retention.ms', value: String(retentionMs) },
          { name: 'max.message.bytes', value: String(LARGEST_RECORDS_BYTES) },
        ],
      })),
    }),
  );
}

export async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
