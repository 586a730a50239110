import { until, type TestKafka } from '@tenure/local-servers/testing';
import { KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { createChangeTopic } from '../changes/change.topics';
import { RowPublisher } from '../changes/row.publisher';
import { connectKafka } from '../kafka.client';

/** A broker that is new loads its first transactions and groups for a while, and refuses both until then. */
export async function untilServing(kafka: TestKafka): Promise<void> {
  const connection = connectKafka({ brokers: kafka.brokers, clientId: 'test' });
  const topic = kafka.unique('first');
  await createChangeTopic(connection, topic);
  await until(async () => {
    try {
      await (await RowPublisher.open(connection, topic, 'first')).close();
      return true;
    } catch (error) {
      if (isOnlyLoading(error)) return false;
      throw error;
    }
  }, 'a broker that serves transactions and groups');
}

/** Or has been for as long as the client tries. */
const isOnlyLoading = (error: unknown): boolean =>
  error instanceof KafkaJSNumberOfRetriesExceeded || (error instanceof KafkaJSProtocolError && error.retriable);
