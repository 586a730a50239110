import { Kafka, logLevel } from 'kafkajs';
import { until } from './condition.wait';
import { describeWithKafka, describeWithKafkaJars } from './describe.kafka';
import { shareLocalBroker } from './test.kafka';

describeWithKafka('the broker of a test', (kafka) => {
  it('carries what is sent, in transactions too', async () => {
    const client = new Kafka({ brokers: kafka().brokers, logLevel: logLevel.NOTHING });
    const topic = kafka().unique('greetings');
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 2 }] });
    const producer = client.producer({ transactionalId: kafka().unique('writer'), idempotent: true });
    await producer.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: [{ value: 'hello', partition: 0 }] });
    await transaction.commit();
    // The record, and the mark of its commit, which the broker writes after it has answered.
    await until(
      async () => (await admin.fetchTopicOffsets(topic)).some(({ partition, high }) => partition === 0 && high === '2'),
      'what was sent, and the mark of its commit',
    );
    await producer.disconnect();
    await admin.disconnect();
  });

  it('gives names that nobody else has', () => expect(kafka().unique('events')).not.toBe(kafka().unique('events')));
});

describeWithKafkaJars('a local broker of tests', () => {
  it('is one for the files of a worker', async () => {
    expect(await shareLocalBroker()).toEqual(await shareLocalBroker());
  });
});
