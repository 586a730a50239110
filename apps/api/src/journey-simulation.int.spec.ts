import { startAutomation, type Automation } from '@tenure/automation';
import { found } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { registering, startTestApi, type Answer, type TestApi } from './testing/api.fixture';

describe('journeys that are tried before they go live', () => {
  let api: TestApi;
  let automation: Automation;
  beforeAll(async () => {
    api = await startTestApi();
    const { client, dataSource, time } = api;
    automation = await startAutomation({ client, dataSource, log: pino({ level: 'warn' }), now: () => time.now });
    for (const customerId of ['written-to', 'unknown-address']) await api.write('/customers', registering(customerId));
    const occurredAt = '2011-01-10T09:00:00Z';
    const contact = { name: 'Ann', role: 'other', email: 'ann@tea.example', fieldSource: 'web-form', occurredAt };
    await api.write('/customers/written-to/contacts/lead', contact, 'PUT');
    const consent = { granted: true, by: 'anna', occurredAt };
    await api.write('/customers/written-to/consents/email/marketing', consent, 'PUT');
    await api.write('/policies/welcome/drafts', draft(1));
  });
  afterAll(async () => {
    await automation.close();
    await api.close();
  });

  const text = (en: string) => ({ zh: en, en });
  const message = (stepId: string, purpose: string, next: string) => ({
    ...{ stepId, kind: 'message', purpose, next },
    ...{ subject: text(stepId), body: text('Dear {customer.name}') },
  });
  const steps = [
    message('hello', 'service', 'a-day'),
    { stepId: 'a-day', kind: 'wait', hours: 24, next: 'offer' },
    message('offer', 'marketing', 'end'),
  ];
  const draft = (version: number, fields: object = {}) => ({
    kind: 'journey',
    version,
    title: text('Welcome'),
    by: 'anna',
    content: {
      category: 'activation',
      trigger: { kind: 'stage-entered', stages: ['activation'] },
      reentry: { kind: 'never' },
      holdOutPercent: 0,
      outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 30 },
      start: 'hello',
      steps,
      ...fields,
    },
  });
  const january = { from: '2011-01-01T00:00:00Z', until: '2011-02-01T00:00:00Z' };
  const simulate = (body: object, journeyId = 'welcome') =>
    api.request('POST', `/journeys/${journeyId}/simulate`, { body });

  /** Stages are judged by the automation, a moment after customers were registered. */
  async function simulated(body: object, reached: number): Promise<Answer> {
    let answer: Answer | undefined;
    const find = async () => {
      answer = await simulate(body);
      return answer.status !== 200 || answer.body['reached'] === reached ? answer : undefined;
    };
    return found(find, () => `${reached} customers reached: ${JSON.stringify(answer?.body)}`);
  }

  it('say of a draft whom it would have reached and when, and send nothing', async () => {
    expect(await simulated(january, 2)).toMatchObject({
      status: 200,
      body: {
        journeyId: 'welcome',
        version: 1,
        isDraft: true,
        ...january,
        customers: 2,
        reached: 2,
        entered: { treated: 2, 'held-out': 0 },
        refused: {},
        ended: { completed: 2 },
        steps: [
          { stepId: 'hello', taken: 2, suppressed: { 'no-address': 1 } },
          { stepId: 'a-day', taken: 2, suppressed: {} },
          { stepId: 'offer', taken: 2, suppressed: { 'no-consent': 1 } },
        ],
        months: [{ month: '2011-01', entered: 2, sent: 2, tasks: 0, suppressed: 2 }],
      },
    });
    expect((await api.read('/customers/written-to/journeys')).body).toMatchObject({ items: [] });
  });

  it('have messages wait until customers may be written to', async () => {
    const evening = { ...registering('in-the-evening'), occurredAt: '2011-03-10T15:00:00Z' };
    await api.write('/customers', evening);
    const march = { from: '2011-03-01T00:00:00Z', until: '2011-04-01T00:00:00Z' };
    const { body } = await simulated(march, 1);
    expect(body['examples']).toMatchObject([
      { customerId: 'in-the-evening', steps: [{ stepId: 'hello', at: '2011-03-11T01:00:00.000Z' }, {}, {}] },
    ]);
  });

  it('are compared with what is in force, on what happened of late', async () => {
    await api.write('/customers', { ...registering('of-late'), occurredAt: '2024-04-10T09:00:00Z' });
    await simulated({ from: '2024-04-01T00:00:00Z' }, 1);
    await api.write('/policies/welcome/publish', { version: 1, by: 'anna', effectiveFrom: '2011-01-01T00:00:00Z' });
    await api.write('/policies/welcome/drafts', draft(2, { start: 'offer', steps: steps.slice(2) }));
    const compared = await api.request('POST', '/policies/welcome/compare', { body: { version: 2, by: 'bo' } });
    const change = {
      from: 'hello suppressed: no-address, offer suppressed: no-consent',
      to: 'offer suppressed: no-consent',
    };
    expect(compared).toMatchObject({
      status: 201,
      body: {
        comparison: {
          of: 'customers',
          looked: 4,
          changed: 1,
          changes: [{ ...change, count: 1 }],
          examples: [{ customerId: 'of-late', ...change }],
        },
      },
    });
    expect(await simulate({ ...january, version: 1 })).toMatchObject({ body: { isDraft: false, reached: 2 } });
    expect(await simulate(january)).toMatchObject({ body: { version: 2, isDraft: true, reached: 2 } });
  });

  it('say what they name that is nowhere to be found', async () => {
    const trigger = { kind: 'milestone-reached', milestoneId: 'hundredth-order' };
    await api.write('/policies/unheard-of/drafts', draft(1, { trigger }));
    expect(await simulate(january, 'unheard-of')).toMatchObject({
      body: { reached: 0, notes: ['Nobody enters: the lifecycle policy in force has no milestone hundredth-order.'] },
    });
  });

  it.each([
    ['until 2024-06-01T00:00:00Z is yet to come', { until: '2024-06-01T00:00:00Z' }],
    ['is not before until', { from: january.until, until: january.from }],
    ['version must not be less than 1', { version: 0 }],
    ['when', { when: 'now' }],
  ])('refuse what makes no sense: %s', async (said, body) => {
    const answer = await simulate(body);
    expect(answer).toMatchObject({ status: 400 });
    expect(JSON.stringify(answer.body)).toContain(said);
  });
  it('are not there where nobody set them down', async () => {
    expect(await simulate({}, 'nothing')).toMatchObject({ status: 404 });
    expect(await simulate({ version: 9 })).toMatchObject({ status: 404 });
    expect(await simulate({}, 'messaging')).toMatchObject({ status: 404 });
  });

  it.each([
    ['policy-steps-go-round', { steps: [message('hello', 'service', 'again'), message('again', 'service', 'hello')] }],
    ['policy-step-never-reached', { steps: [message('hello', 'service', 'end'), message('never', 'service', 'end')] }],
    ['policy-step-unknown', { steps: [message('hello', 'service', 'nowhere')] }],
    [
      'policy-text-names-unknown-field',
      { steps: [{ ...message('hello', 'service', 'end'), body: text('{customer.age}') }] },
    ],
    ['policy-condition-never-holds', { entry: { fact: 'orders', atLeast: 2, below: 1 } }],
  ])('are refused as %s', async (code, fields) => {
    const answer = await api.request('POST', '/policies/flawed/drafts', { body: draft(1, fields) });
    expect(answer).toMatchObject({ status: 422, body: { type: `urn:tenure:problem:${code}` } });
  });
});
