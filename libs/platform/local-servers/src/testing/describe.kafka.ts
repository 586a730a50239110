import { kafkaMeans, WHAT_KAFKA_NEEDS } from './kafka.means';
import { startTestKafka, type TestKafka } from './test.kafka';

/**
 * A `describe` whose tests have a broker, which is started before the first and stopped after the last. Where there is
 * none to be had it is skipped, and its name says what it needs; CI counts that as a failure.
 */
export function describeWithKafka(name: string, body: (kafka: () => TestKafka) => void): void {
  if (kafkaMeans() === undefined) {
    describe.skip(`${name} (${WHAT_KAFKA_NEEDS})`, () => body(unavailable));
    return;
  }
  describe(name, () => {
    let kafka: TestKafka | undefined;
    beforeAll(async () => void (kafka = await startTestKafka()));
    afterAll(async () => kafka?.stop());
    body(() => kafka ?? unavailable());
  });
}

function unavailable(): never {
  throw new Error('The broker is up only while tests run: ask for it in a test or a hook');
}
