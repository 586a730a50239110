import { until } from '@tenure/local-servers/testing';
import { startHeldSmtpServer, type HeldSmtpServer } from './held.smtp.server';
import { JourneyFixture } from './journey.fixture';
import { useProgram } from './killable.program';

export const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `k-${index}`);

/** Servers of a suite and the registered customers; what is sent to them goes out when the suite lets it. */
export function useKilledSending(program = 'journeys') {
  const start = useProgram(program);
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

  const run = (...more: readonly string[]) =>
    start(fixture.eventStoreUrl, fixture.databaseUrl, smtp.url, String(fixture.aheadMs), ...more);

  /**
   * Kills the program when all are decided and nothing has been sent; in the end each of the recipients has been written to once,
   * and is known to have been.
   */
  async function killUnsent(decided: () => Promise<number>, recipients = CUSTOMERS): Promise<void> {
    const child = await run();
    const { waiting } = smtp;
    await until(async () => (await decided()) >= recipients.length && smtp.waiting > waiting, 'all are on their way');
    await child.kill();
    expect(smtp.received).toEqual([]);
    smtp.release();
    await run();
    await until(() => smtp.received.length >= recipients.length, 'all are sent');
    await until(async () => (await fixture.delivered()) >= recipients.length, 'all are known to be sent');
    expect(smtp.received.toSorted()).toEqual(recipients.map((recipient) => `${recipient}@example.com`).toSorted());
  }

  return {
    get fixture() {
      return fixture;
    },
    run,
    killUnsent,

    /** Kills the program when the first customers are decided, and again as `killUnsent` does. */
    async killTwice(decided: () => Promise<number>): Promise<void> {
      const child = await run();
      await until(async () => (await decided()) > 0, 'the first is decided');
      await child.kill();
      await killUnsent(decided);
    },
  };
}
