import { until } from './condition.wait';
import { startHeldSmtpServer, type HeldSmtpServer } from './held.smtp.server';
import { JourneyFixture } from './journey.fixture';
import { useProgram } from './killable.program';

export const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `k-${index}`);

/** Servers of a suite and the registered customers; what is sent to them goes out when the suite lets it. */
export function useKilledSending() {
  const start = useProgram('journeys');
  let fixture: JourneyFixture;
  let smtp: HeldSmtpServer;

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    smtp = await startHeldSmtpServer();
    for (const customerId of CUSTOMERS) await fixture.register(customerId);
  });
  afterAll(async () => {
    await smtp.stop();
    await fixture.stop();
  });

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl, smtp.url, String(fixture.aheadMs));

  return {
    get fixture() {
      return fixture;
    },

    /**
     * Kills the program when the first customers are decided, and again when all are and nothing has been sent; in the end
     * each has been written to once, and is known to have been.
     */
    async killTwice(decided: () => Promise<number>): Promise<void> {
      let child = await run();
      await until(async () => (await decided()) > 0, 'the first is decided');
      await child.kill();
      child = await run();
      await until(async () => (await decided()) >= CUSTOMERS.length && smtp.waiting > 0, 'all are on their way');
      await child.kill();
      expect(smtp.received).toEqual([]);
      smtp.release();
      await run();
      await until(() => smtp.received.length >= CUSTOMERS.length, 'all are sent');
      await until(async () => (await fixture.delivered()) === CUSTOMERS.length, 'all are known to be sent');
      expect(smtp.received.toSorted()).toEqual(CUSTOMERS.map((customerId) => `${customerId}@example.com`).toSorted());
    },
  };
}
