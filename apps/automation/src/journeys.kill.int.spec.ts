import { until } from './testing/condition.wait';
import { startHeldSmtpServer, type HeldSmtpServer } from './testing/held.smtp.server';
import { journeyOf, messageStep } from './testing/journey.content';
import { JourneyFixture } from './testing/journey.fixture';
import { useProgram } from './testing/killable.program';

const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `k-${index}`);
const SAID = ['JourneyEntered welcome treated', 'JourneyStepTaken hello message', 'JourneyEnded completed'];

describe('journeys of a process that is killed', () => {
  const start = useProgram('journeys');
  let fixture: JourneyFixture;
  let smtp: HeldSmtpServer;

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    smtp = await startHeldSmtpServer();
    await fixture.publish('welcome', journeyOf([messageStep('hello', 'end')]));
    for (const customerId of CUSTOMERS) await fixture.register(customerId);
  });
  afterAll(async () => {
    await smtp.stop();
    await fixture.stop();
  });

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl, smtp.url, String(fixture.aheadMs));

  async function decided(): Promise<number> {
    const said = await Promise.all(CUSTOMERS.map((customerId) => fixture.saidShortly(customerId)));
    return said.filter((lines) => lines.length === SAID.length).length;
  }

  it('are decided once and sent once: killed while deciding, and between decided and sent', async () => {
    for (const customerId of CUSTOMERS) await fixture.enter(customerId);
    let child = await run();
    await until(async () => (await decided()) > 0, 'the first is decided');
    await child.kill();
    child = await run();
    await until(async () => (await decided()) === CUSTOMERS.length && smtp.waiting > 0, 'all are on their way');
    await child.kill();
    expect(smtp.received).toEqual([]);
    smtp.release();
    await run();
    await until(() => smtp.received.length >= CUSTOMERS.length, 'all are sent');
    await until(async () => (await fixture.delivered()) === CUSTOMERS.length, 'all are known to be sent');
    expect([...smtp.received].sort()).toEqual(CUSTOMERS.map((customerId) => `${customerId}@example.com`).sort());
    for (const customerId of CUSTOMERS) expect(await fixture.saidShortly(customerId)).toEqual(SAID);
  });
});
