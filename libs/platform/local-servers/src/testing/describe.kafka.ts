import { locateKafkaJars } from '../kafka.jars';
import { kafkaMeans } from './kafka.means';
import { startTestBroker, startTestKafka, type TestBroker, type TestKafka } from './test.kafka';

/** The first start on a machine fetches the jars, which must not count as a hanging test. */
const FETCH_LIMIT_MS = 180_000;

/**
 * A `describe` whose tests have a broker, shared with other test files: ask `kafka()` for it in a test or a hook. Where
 * none is to be had it is skipped under a name that says what it needs, which CI counts as a failure.
 */
export const describeWithKafka = (name: string, body: (kafka: () => TestKafka) => void): void =>
  describeWith(kafkaMeans().any, 'needs Java and Maven, a container engine, or KAFKA_BROKERS', name, () =>
    body(heldFor(startTestKafka)),
  );

/** The same with a broker that is these tests' alone, which they may kill. */
export const describeWithOwnKafka = (name: string, body: (broker: () => TestBroker) => void): void =>
  describeWithKafkaJars(name, () => body(heldFor(startTestBroker)));

/** A `describe` for tests that start a broker by themselves. */
export const describeWithKafkaJars = (name: string, body: () => void): void =>
  describeWith(kafkaMeans().jars, 'needs Java and Maven', name, () => {
    beforeAll(async () => void (await locateKafkaJars()), FETCH_LIMIT_MS);
    body();
  });

function describeWith(available: boolean, needs: string, name: string, body: () => void): void {
  if (available) describe(name, body);
  else describe.skip(`${name} (${needs})`, body);
}

/** Started before the first test and stopped after the last. */
function heldFor<Broker extends TestKafka>(start: () => Promise<Broker>): () => Broker {
  let broker: Broker | undefined;
  beforeAll(async () => void (broker = await start()), FETCH_LIMIT_MS);
  afterAll(async () => broker?.stop());
  return () => {
    if (broker) return broker;
    throw new Error('The broker is up only while tests run: ask for it in a test or a hook');
  };
}
