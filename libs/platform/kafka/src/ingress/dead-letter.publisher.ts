import type { Kafka, Producer } from 'kafkajs';
import { readOffsets } from '../reading/last.markers';
import { toDeadLetter } from './dead-letter.record';
import type { IngressRecord, Refusal } from './ingress.record';

/** Puts refused records aside. */
export class DeadLetterPublisher {
  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly partitions: number,
  ) {}

  static async open(kafka: Kafka, topic: string): Promise<DeadLetterPublisher> {
    const { length: partitions } = await readOffsets(kafka, topic);
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    try {
      await producer.connect();
      return new DeadLetterPublisher(producer, topic, partitions);
    } catch (error) {
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  /** Resolves when it is durable. */
  async put(record: IngressRecord, refusal: Refusal): Promise<void> {
    const messages = [toDeadLetter(record, refusal, this.partitions)];
    await this.producer.send({ topic: this.topic, acks: -1, messages });
  }

  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }
}
