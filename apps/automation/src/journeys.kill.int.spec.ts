import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './testing/condition.wait';
import { startHeldSmtpServer, type HeldSmtpServer } from './testing/held.smtp.server';
import { journeyOf, messageStep } from './testing/journey.content';
import { JourneyFixture } from './testing/journey.fixture';

/** Compiled, as other processes run it. */
const PROGRAM = join(__dirname, '../dist/testing/journeys.process.js');
const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `k-${index}`);
const SAID = ['JourneyEntered welcome treated', 'JourneyStepTaken hello message', 'JourneyEnded completed'];

describe('journeys of a process that is killed', () => {
  let fixture: JourneyFixture;
  let smtp: HeldSmtpServer;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    smtp = await startHeldSmtpServer();
    await fixture.publish('welcome', journeyOf([messageStep('hello', 'end')]));
    for (const customerId of CUSTOMERS) await fixture.register(customerId);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await smtp.stop();
    await fixture.stop();
  });

  function run(): ChildProcess {
    const { eventStoreUrl, databaseUrl, aheadMs } = fixture;
    const child = spawn(process.execPath, [PROGRAM, eventStoreUrl, databaseUrl, smtp.url, `${aheadMs}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  async function decided(): Promise<number> {
    const said = await Promise.all(CUSTOMERS.map((customerId) => fixture.saidShortly(customerId)));
    return said.filter((lines) => lines.length === SAID.length).length;
  }

  it('are decided once and sent once: killed while deciding, and between decided and sent', async () => {
    for (const customerId of CUSTOMERS) await fixture.enter(customerId);
    let child = run();
    await until(async () => (await decided()) > 0, 'the first is decided');
    await kill(child);
    child = run();
    await until(async () => (await decided()) === CUSTOMERS.length && smtp.waiting > 0, 'all are on their way');
    await kill(child);
    expect(smtp.received).toEqual([]);
    smtp.release();
    run();
    await until(() => smtp.received.length >= CUSTOMERS.length, 'all are sent');
    await until(async () => (await fixture.delivered()) === CUSTOMERS.length, 'all are known to be sent');
    expect([...smtp.received].sort()).toEqual(CUSTOMERS.map((customerId) => `${customerId}@example.com`).sort());
    for (const customerId of CUSTOMERS) expect(await fixture.saidShortly(customerId)).toEqual(SAID);
  });
});
