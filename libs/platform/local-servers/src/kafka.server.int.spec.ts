import { Kafka, logLevel } from 'kafkajs';
import { describeWithKafka } from './testing';

describeWithKafka('a shared broker', (kafka) => {
  it('takes records and gives them back', async () => {
    const client = new Kafka({ brokers: kafka().brokers, logLevel: logLevel.NOTHING });
    const topic = kafka().unique('greetings');
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 2 }] });
    const producer = client.producer();
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'k', value: 'hello' }] });
    const consumer = client.consumer({ groupId: kafka().unique('group') });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    const received = await new Promise((resolve) => {
      void consumer.run({ eachMessage: async ({ message }) => resolve(message.value?.toString()) });
    });
    expect(received).toBe('hello');
    await Promise.all([consumer.disconnect(), producer.disconnect(), admin.disconnect()]);
  });
});
