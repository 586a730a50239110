import { readHistory } from '@tenure/event-store';
import type { SurveyInvited } from '@tenure/feedback-contract';
import { until } from '@tenure/local-servers/testing';
import type { SurveyContent } from '@tenure/policy-contract';
import { journeyOf } from './testing/journey.content';
import { JourneyFixture } from './testing/journey.fixture';

const both = (text: string) => ({ zh: text, en: text });
const known = { daysSinceRegistered: 10 };
const survey = (occasion: SurveyContent['occasion'], restDays = 30): SurveyContent => ({
  title: both('Survey'),
  introduction: both('Please'),
  thanks: both('Thanks'),
  occasion,
  asked: { fact: 'daysSinceRegistered', known: true },
  restDays,
  openDays: 14,
  questions: [{ kind: 'open', questionId: 'words', title: both('What?'), required: false, maxLength: 100 }],
});
const ASK = {
  stepId: 'ask',
  kind: 'survey',
  surveyId: 'on-request',
  subject: both('What could we do better?'),
  body: both('Dear {customer.name}, tell us.'),
  next: 'end',
} as const;

describe('surveys', () => {
  let fixture: JourneyFixture;

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    await fixture.publish(
      'after-service',
      survey({ kind: 'after-service', caseTypes: ['complaint'], afterHours: 2 }),
      'survey',
    );
    await fixture.publish('on-request', survey({ kind: 'on-request' }, 0), 'survey');
    await fixture.publish('asking', journeyOf([ASK]));
    fixture.start();
  });
  afterAll(() => fixture.stop());
  afterEach(() => expect(fixture.failures.splice(0)).toEqual([]));

  async function customer(customerId: string): Promise<void> {
    await fixture.register(customerId);
    fixture.facts.said.set(customerId, known);
  }

  async function open(complaintId: string, customerId: string, more: object = {}): Promise<void> {
    const told = { channel: 'phone', subject: 'Broken', receivedBy: 'anna', product: 'CRM' };
    await fixture.send('OpenComplaint', { complaintId, customerId, ...told, ...more });
  }

  const resolve = (complaintId: string) =>
    fixture.send('ResolveComplaint', { complaintId, by: 'anna', remedy: 'repaired' });

  /** As the read model has them, the oldest first. */
  const invitations = async (): Promise<readonly SurveyInvited[]> => {
    const rows: { id: string }[] = await fixture.dataSource.query(
      'SELECT invitation_id AS id FROM survey_response ORDER BY position',
    );
    const streams = await Promise.all(rows.map(({ id }) => readHistory(fixture.client, [`survey-${id}`])));
    return streams.flatMap(([first]) => (first ? [first.data as SurveyInvited] : []));
  };
  const invited = async (customerId: string) => (await invitations()).filter((one) => one.customerId === customerId);
  const untilInvited = async (customerId: string, times: number): Promise<SurveyInvited> => {
    await until(async () => (await invited(customerId)).length === times, `${customerId} is invited ${times} times`);
    const newest = (await invited(customerId)).at(-1);
    if (!newest) throw new Error('nobody is invited');
    return newest;
  };

  it('ask after a service, once it is over for so long, by a link that leads to the invitation', async () => {
    for (const id of ['served', 'reopened', 'inquirer', 'refuser']) await customer(id);
    await fixture.agree('refuser', 'service', false);
    await open('c-1', 'served');
    await open('c-2', 'reopened');
    await open('c-3', 'inquirer', { caseType: 'inquiry' });
    await open('c-4', 'refuser');
    for (const id of ['c-1', 'c-2', 'c-3', 'c-4']) await resolve(id);
    await fixture.send('ReopenComplaint', { complaintId: 'c-2', by: 'anna', reason: 'again' });
    await fixture.settled();
    expect(await invitations()).toEqual([]);

    fixture.putForward(2);
    const asked = await untilInvited('served', 1);
    expect(asked).toMatchObject({
      surveyId: 'after-service',
      version: 1,
      about: { kind: 'case', id: 'c-1' },
      product: 'CRM',
      send: true,
      by: 'survey:after-service',
    });
    await until(async () => (await fixture.mailsTo('served')).length === 1, 'the customer is written to');
    const [mail = ''] = await fixture.mailsTo('served');
    const [, token = ''] = /https:\/\/service\.example\/s\/([\w.:@-]+)/.exec(mail.replaceAll('=\r\n', '')) ?? [];
    expect(fixture.surveyLinks.invitationOf(token)).toBe(asked.invitationId);
    const log = await readHistory(fixture.client, [`survey-${asked.invitationId}`]);
    expect(JSON.stringify(log.map(({ data }) => data))).not.toContain(token);
    await fixture.settled();
    expect(await invitations()).toHaveLength(1);
  });

  it('ask nobody again within the days of rest, whatever they were asked for', async () => {
    await customer('often');
    await open('c-5', 'often');
    await open('c-6', 'often');
    await resolve('c-5');
    await resolve('c-6');
    fixture.putForward(2);
    await untilInvited('often', 1);
    await fixture.settled();
    expect(await invited('often')).toHaveLength(1);
  });

  it('ask nobody of what is history', async () => {
    await customer('past');
    const at = '2013-07-29T09:00:00Z';
    await fixture.send(
      'OpenComplaint',
      { complaintId: 'c-7', customerId: 'past', channel: 'phone', subject: 'Old', receivedBy: 'anna' },
      at,
    );
    await fixture.send('ResolveComplaint', { complaintId: 'c-7', by: 'anna', remedy: 'none' }, at);
    fixture.putForward(2);
    await fixture.settled();
    expect(await invited('past')).toEqual([]);
  });

  it('are sent by a journey in its own words, with the link after them', async () => {
    await customer('traveller');
    await fixture.enter('traveller');
    const asked = await untilInvited('traveller', 1);
    expect(asked).toMatchObject({ surveyId: 'on-request', about: { kind: 'journey' }, by: 'journey:asking' });
    await until(async () => (await fixture.mailsTo('traveller')).length === 1, 'the customer is written to');
    const [mail = ''] = await fixture.mailsTo('traveller');
    expect(mail).toContain('What could we do better?');
    expect(mail.replaceAll('=\r\n', '')).toContain(`Dear Firm traveller, tell us.`);
    expect(mail.replaceAll('=\r\n', '')).toContain(fixture.surveyLinks.linkOf(asked.invitationId));
    await fixture.settled();
    expect(await fixture.mailsTo('traveller')).toHaveLength(1);
  });

  it('ask once when they stop between an invitation and its record, and when all is read again', async () => {
    await fixture.stopAutomation();
    let stopped = 0;
    fixture.start(async (command, context) => {
      await fixture.commands.sender.send(command, context);
      stopped++;
      throw new Error('it stops here');
    });
    await customer('crashed');
    await open('c-8', 'crashed');
    await resolve('c-8');
    // Not in the night, when nobody is written to.
    fixture.putForward(22);
    await until(async () => stopped > 0, 'it has stopped');
    await fixture.stopAutomation();
    expect(new Set(fixture.failures.splice(0))).toEqual(new Set(['Error: it stops here']));
    const before = (await invitations()).length;
    await fixture.forget();
    fixture.start();
    await fixture.settled();
    await until(async () => (await invited('crashed')).length > 0, 'the invitation is projected');
    expect(await invited('crashed')).toHaveLength(1);
    expect((await invitations()).length).toBeLessThanOrEqual(before + 1);
    await until(async () => (await fixture.mailsTo('crashed')).length === 1, 'the customer is written to');
    expect(await fixture.mailsTo('served')).toHaveLength(1);
  });

  it('ask all customers once a quarter', async () => {
    // Not before: on some days of the year the clock of this file passes a round.
    const quarterly = { kind: 'quarterly', day: 10, hour: 10, timeZone: 'Asia/Shanghai' } as const;
    await fixture.publish('quarterly', survey(quarterly), 'survey');
    await fixture.settled();
    const year = new Date(Date.parse(fixture.now())).getUTCFullYear() + 1;
    fixture.aheadMs = Date.parse(`${year}-01-10T02:00:01Z`) - Date.now();
    const rounds = `SELECT quarter, asked FROM survey_round WHERE survey_id = 'quarterly' AND finished_at IS NOT NULL`;
    await until(async () => (await fixture.dataSource.query<object[]>(rounds)).length > 0, 'the round is over');
    const asked = fixture.facts.said.size - 1;
    expect(await fixture.dataSource.query<object[]>(rounds)).toEqual([{ quarter: `${year}-Q1`, asked }]);
    const ofQuarter = async () =>
      (await invitations()).flatMap(({ surveyId, customerId }) => (surveyId === 'quarterly' ? [customerId] : []));
    await until(async () => (await ofQuarter()).length === asked, 'all are invited');
    expect(new Set(await ofQuarter()).size).toBe(asked);
    expect(await ofQuarter()).not.toContain('refuser');
  });
});
