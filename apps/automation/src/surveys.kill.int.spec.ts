import { CUSTOMERS, useKilledSending } from './testing/killed.sending';

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
  const sending = useKilledSending();

  async function served(customerId: string): Promise<void> {
    const { fixture } = sending;
    const complaint = { complaintId: `c-${customerId}`, customerId };
    await fixture.send('OpenComplaint', { ...complaint, channel: 'phone', subject: 'Broken', receivedBy: 'anna' });
    await fixture.send('ResolveComplaint', { complaintId: complaint.complaintId, by: 'anna', remedy: 'repaired' });
  }

  /** Whom the log says to be asked, once for each invitation. */
  async function invited(): Promise<readonly string[]> {
    const recorded = await sending.fixture.since(0n);
    return recorded.flatMap(({ type, data }) =>
      type === 'SurveyInvited' && 'customerId' in data ? [String(data.customerId)] : [],
    );
  }

  it('ask once and write once: killed while asking, and between asked and sent', async () => {
    await sending.fixture.publish('after-service', SURVEY, 'survey');
    for (const customerId of CUSTOMERS) await served(customerId);
    sending.fixture.putForward(2.1);
    await sending.killTwice(async () => (await invited()).length);
    expect((await invited()).toSorted()).toEqual(CUSTOMERS.toSorted());
  });
});
