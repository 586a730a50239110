import { until } from './testing/condition.wait';
import { startHeldSmtpServer, type HeldSmtpServer } from './testing/held.smtp.server';
import { JourneyFixture } from './testing/journey.fixture';
import { useProgram } from './testing/killable.program';

const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `k-${index}`);
const both = (text: string) => ({ zh: text, en: text });
const SURVEY = {
  title: both('Survey'),
  introduction: both('Please'),
  thanks: both('Thanks'),
  occasion: { kind: 'after-service', caseTypes: ['complaint'], afterHours: 2 },
  // Nothing is known of anybody in the process that is killed.
  asked: { fact: 'daysSinceRegistered', known: false },
  restDays: 30,
  openDays: 14,
  questions: [{ kind: 'open', questionId: 'words', title: both('What?'), required: false, maxLength: 100 }],
};

describe('surveys of a process that is killed', () => {
  const start = useProgram('journeys');
  let fixture: JourneyFixture;
  let smtp: HeldSmtpServer;

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    smtp = await startHeldSmtpServer();
    await fixture.publish('after-service', SURVEY, 'survey');
    for (const customerId of CUSTOMERS) await fixture.register(customerId);
  });
  afterAll(async () => {
    await smtp.stop();
    await fixture.stop();
  });

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl, smtp.url, String(fixture.aheadMs));

  async function served(customerId: string): Promise<void> {
    const complaint = { complaintId: `c-${customerId}`, customerId };
    await fixture.send('OpenComplaint', { ...complaint, channel: 'phone', subject: 'Broken', receivedBy: 'anna' });
    await fixture.send('ResolveComplaint', { complaintId: complaint.complaintId, by: 'anna', remedy: 'repaired' });
  }

  /** Whom the log says to be asked, once for each invitation. */
  async function invited(): Promise<readonly string[]> {
    const recorded = await fixture.since(0n);
    return recorded.flatMap(({ type, data }) =>
      type === 'SurveyInvited' && 'customerId' in data ? [String(data.customerId)] : [],
    );
  }

  it('ask once and write once: killed while asking, and between asked and sent', async () => {
    for (const customerId of CUSTOMERS) await served(customerId);
    fixture.putForward(2.1);
    let child = await run();
    await until(async () => (await invited()).length > 0, 'the first is asked');
    await child.kill();
    child = await run();
    await until(async () => (await invited()).length >= CUSTOMERS.length && smtp.waiting > 0, 'all are on their way');
    await child.kill();
    expect(smtp.received).toEqual([]);
    smtp.release();
    await run();
    await until(() => smtp.received.length >= CUSTOMERS.length, 'all are written to');
    await until(async () => (await fixture.delivered()) === CUSTOMERS.length, 'all are known to be written to');
    expect((await invited()).toSorted()).toEqual(CUSTOMERS.toSorted());
    expect(smtp.received.toSorted()).toEqual(CUSTOMERS.map((customerId) => `${customerId}@example.com`).toSorted());
  });
});
