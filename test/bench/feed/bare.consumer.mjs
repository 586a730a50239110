import { randomUUID } from 'node:crypto';
import { LOG_TOPIC } from '@tenure/kafka';

/** Hands every event record of the topic to `each`, as plain kafkajs does, and resolves after `many` of them. */
export async function consumeBare(kafka, many, run) {
  const consumer = kafka.consumer({ groupId: `bare-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: LOG_TOPIC.topic, fromBeginning: true });
  let left = many;
  try {
    await new Promise((resolve, reject) => {
      const seen = (count) => {
        left -= count;
        if (left <= 0) resolve();
      };
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer.run(run(seen)).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

export const isEvent = ({ headers }) => headers?.kind?.toString() === 'event';
