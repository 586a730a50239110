import type { Kafka } from 'kafkajs';
import { withAdmin } from '../topic.creation';

const PREFIX = 'tenure.projection';

/** The compacted topic of a projection's rows. */
export const changeTopic = (projection: string, prefix = PREFIX): string => `${prefix}.${projection}`;

/** A topic that belongs to the same log: `tenure.ingress` beside `tenure.events`. */
export const topicBeside = (logTopic: string, name: string): string => `${logTopic.replace(/\.events$/, '')}.${name}`;

export const CHANGE_TOPIC_PARTITIONS = 6;

const LARGEST_RECORDS_BYTES = 8 * 1024 * 1024;

/** Creates it where it is not there yet. */
export const createChangeTopic = (kafka: Kafka, topic: string): Promise<unknown> =>
  withAdmin(kafka, (admin) =>
    admin.createTopics({
      waitForLeaders: true,
      topics: [
        {
          topic,
          numPartitions: CHANGE_TOPIC_PARTITIONS,
          replicationFactor: -1,
          configEntries: [
            { name: 'cleanup.policy', value: 'compact' },
            { name: 'max.message.bytes', value: String(LARGEST_RECORDS_BYTES) },
          ],
        },
      ],
    }),
  );
