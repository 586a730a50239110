import { until } from '@tenure/local-servers/testing';
import { journeyOf, messageStep } from './testing/journey.content';
import { JourneyFixture } from './testing/journey.fixture';

const HOLD_OUT = { holdOutPercent: 50, trigger: { kind: 'stage-entered', stages: ['maintenance'] } } as const;
const WIN_BACK = {
  category: 'win-back',
  trigger: { kind: 'stage-entered', stages: ['churn-warning'] },
  reentry: { kind: 'after-days', days: 1 },
} as const;
const WELCOME = [
  messageStep('hello', 'pause'),
  { stepId: 'pause', kind: 'wait', hours: 48, next: 'used' },
  {
    stepId: 'used',
    kind: 'branch',
    branches: [{ when: { fact: 'orders', atLeast: 1 }, next: 'guide' }],
    otherwise: 'call',
  },
  messageStep('guide', 'end', 'marketing'),
  {
    stepId: 'call',
    kind: 'task',
    assignee: 'person:service-lead',
    title: { zh: '致电 {customer.name}', en: 'Call {customer.name}' },
    dueHours: 24,
    next: 'end',
  },
] as const;

const ENTERED = ['JourneyEntered welcome treated', 'JourneyStepTaken hello message', 'JourneyStepTaken pause wait'];
const ENDED = 'JourneyEnded completed';

describe('journeys', () => {
  let fixture: JourneyFixture;

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    await fixture.publish('welcome', journeyOf(WELCOME));
    await fixture.publish('report', journeyOf([messageStep('industry', 'end', 'marketing')], HOLD_OUT));
    const pause = { stepId: 'pause', kind: 'wait', hours: 24, next: 'end' } as const;
    await fixture.publish('first-try', journeyOf([pause], WIN_BACK));
    await fixture.publish('second-try', journeyOf([pause], WIN_BACK));
    fixture.start();
  });
  afterAll(() => fixture.stop());
  afterEach(() => expect(fixture.failures.splice(0)).toEqual([]));

  it('write to a customer who enters the stage, wait, and go the way that the facts show', async () => {
    await fixture.register('new');
    await fixture.register('buyer');
    for (const customerId of ['new', 'buyer']) await fixture.enter(customerId);
    for (const customerId of ['new', 'buyer']) await fixture.untilSaid(customerId, ...ENTERED);
    await until(async () => (await fixture.mails()).length === 2, 'both are written to');
    const [mail] = await fixture.mailsTo('new');
    expect(mail).toMatch(/^X-Tenure-Notice: /m);
    fixture.facts.said.set('buyer', { orders: 1 });
    fixture.putForward(48);
    await fixture.untilSaid('new', ...ENTERED, 'JourneyStepTaken used branch', 'JourneyStepTaken call task', ENDED);
    await fixture.untilSaid(
      'buyer',
      ...ENTERED,
      'JourneyStepTaken used branch',
      'JourneyStepTaken guide suppressed',
      ENDED,
    );
    await fixture.settled();
    expect(await fixture.mails()).toHaveLength(2);
  });

  it('give a task to the person whom they name, which is done once', async () => {
    await until(async () => (await fixture.told('new')).length === 1, 'the person is told');
    const [told] = await fixture.told('new');
    expect(told).toMatchObject({
      recipient: 'service-lead',
      template: 'journey-task',
      parameters: { customerId: 'new', title: { zh: '致电 Firm new', en: 'Call Firm new' } },
    });
    const [task] = await fixture.tasks('new');
    expect(task).toMatchObject({ assignee: 'service-lead', status: 'open' });
    const done = { customerId: 'new', taskId: task?.taskId ?? '', by: 'service-lead', note: 'Likes it.' };
    await fixture.send('CompleteJourneyTask', done);
    await expect(fixture.send('CompleteJourneyTask', { ...done, by: 'bo' })).rejects.toThrow('already-done');
    await expect(fixture.send('CompleteJourneyTask', { ...done, taskId: 'none' })).rejects.toThrow('not-found');
    await until(async () => (await fixture.tasks('new'))[0]?.status === 'done', 'it is done');
  });

  it('wait for the hours in which customers are written to', async () => {
    await fixture.register('late');
    // Ten in the evening.
    fixture.putForward(10);
    await fixture.enter('late');
    await fixture.untilSaid('late', 'JourneyEntered welcome treated');
    const [entered] = await fixture.said('late');
    expect(entered).toMatchObject({ data: { nextStepId: 'hello', nextDueAt: expect.stringMatching(/T01:00:00/) } });
    await fixture.settled();
    expect(await fixture.mailsTo('late')).toEqual([]);
    // Ten in the morning.
    fixture.putForward(12);
    await fixture.untilSaid('late', ...ENTERED);
    await until(async () => (await fixture.mailsTo('late')).length === 1, 'it is sent');
    fixture.putForward(2);
  });

  it('leave those alone who are held out, the same ones each time', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `k-${index}`);
    for (const customerId of ids) {
      await fixture.register(customerId);
      await fixture.agree(customerId, 'marketing');
    }
    for (const customerId of ids) await fixture.enter(customerId, 'maintenance');
    await until(async () => (await fixture.rows('journey_run', 'report')).length === ids.length, 'all have entered');
    await fixture.settled();
    const runs = await fixture.rows('journey_run', 'report');
    const heldOut = runs.filter((run) => run['run_group'] === 'held-out');
    expect(heldOut.length).toBeGreaterThan(5);
    expect(heldOut.length).toBeLessThan(25);
    for (const { customer_id: id } of heldOut) {
      expect(await fixture.saidShortly(String(id))).toEqual(['JourneyEntered report held-out']);
    }
    const treated = ids.length - heldOut.length;
    const written = async () => (await fixture.mails()).filter(({ to }) => to.startsWith('k-')).length;
    await until(async () => (await written()) === treated, 'the others are written to');
    const listed = () => fixture.rows('journey_list', 'report');
    const ended = async () => JSON.stringify((await listed()).map((row) => row['ended']));
    await until(async () => (await ended()).includes(`"completed":${treated}`), 'their ends are counted');
    expect(await listed()).toMatchObject([
      { treated, held_out: heldOut.length, steps: { message: treated }, ended: { completed: treated } },
    ]);
  });

  it('let a customer be in one win-back at a time', async () => {
    await fixture.enter('wavering', 'churn-warning');
    await until(async () => (await fixture.said('wavering')).length === 3, 'both have been looked at');
    const said = await fixture.saidShortly('wavering');
    expect(said.filter((line) => line.startsWith('JourneyEntered'))).toHaveLength(1);
    expect(said.filter((line) => line.endsWith('active-win-back'))).toHaveLength(1);
  });

  it('end when the customer turns out to be another one, who goes their own way', async () => {
    await fixture.register('double');
    await fixture.enter('double');
    await fixture.untilSaid('double', ...ENTERED);
    await fixture.send('MergeCustomer', { customerId: 'double', into: 'new', by: 'anna', reason: 'the same firm' });
    await fixture.untilSaid('double', ...ENTERED, 'JourneyEnded customer-merged');
    await fixture.enter('double', 'maintenance');
    const refused = 'JourneyEntryRefused report customer-merged';
    await fixture.untilSaid('double', ...ENTERED, 'JourneyEnded customer-merged', refused);
  });

  it('are not entered for what is long past, nor for a stage that has been left again', async () => {
    await fixture.enter('old', 'activation', '2026-01-02T00:00:00Z');
    fixture.facts.said.set('gone', { stage: 'churned' });
    await fixture.enter('gone', 'activation');
    await fixture.enter('after', 'activation');
    await until(async () => (await fixture.said('after')).length > 0, 'another one has entered');
    expect([...(await fixture.said('old')), ...(await fixture.said('gone'))]).toEqual([]);
  });

  it('do nothing twice when all of the log is read again', async () => {
    await fixture.settled();
    const [head, mails] = [await fixture.head(), await fixture.mails()];
    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    await fixture.settled();
    fixture.putForward(1);
    await fixture.settled();
    expect((await fixture.since(head)).map(({ type, stream }) => `${type} ${stream}`)).toEqual([]);
    expect(await fixture.mails()).toEqual(mails);
  });
});
