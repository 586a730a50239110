export { startTestPostgres, type TestPostgres } from './test.postgres';
export { startTestBroker, startTestKafka, type TestBroker, type TestKafka } from './test.kafka';
export { describeWithKafka, describeWithKafkaJars, describeWithOwnKafka } from './describe.kafka';
export { found, until } from './condition.wait';
