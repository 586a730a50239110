import { headPosition } from '@tenure/event-store';
import type { LifecycleContent, StageRule } from '@tenure/policy-contract';
import { LifecycleFixture } from './testing/lifecycle.fixture';

const rule = (to: StageRule['to'], from: StageRule['from'], orders: number): StageRule => ({
  ruleId: `to-${to}`,
  from,
  to,
  when: { fact: 'orders', atLeast: orders },
  reason: { zh: '{orders} 次下单', en: '{orders} orders' },
});

/** In maintenance, whatever they did. */
const everyone: LifecycleContent = {
  rules: [
    rule('maintenance', ['none', 'churned', 'won-back'], 0),
    rule('churned', ['maintenance'], 1_000),
    rule('won-back', ['maintenance'], 2_000),
  ],
  minimumStay: [{ stage: 'maintenance', days: 1 }],
  milestones: [],
  dates: [],
};

describe('lifecycles', () => {
  let fixture: LifecycleFixture;
  beforeAll(async () => {
    fixture = await LifecycleFixture.open();
  });
  afterEach(() => expect(fixture.failures).toEqual([]));
  afterAll(() => fixture.stop());

  it('are judged on events and on time, each at its own moment', async () => {
    fixture.putClock('2024-01-10T00:00:00Z');
    fixture.start();
    await fixture.send(
      'RegisterCustomer',
      { customerId: 'quiet', fieldSource: 'service' },
      '2024-01-02T10:00:00+08:00',
    );
    await fixture.order('buyer', '2024-01-02T10:00:00+08:00');
    await fixture.order('buyer', '2024-01-09T10:00:00+08:00');
    await fixture.settled();
    expect(await fixture.stages('quiet')).toEqual(['2024-01-02 activation']);
    expect(await fixture.stages('buyer')).toEqual(['2024-01-02 activation', '2024-01-09 maintenance']);
    fixture.putClock('2025-01-10T00:00:00Z');
    await fixture.settled();
    expect(await fixture.stages('quiet')).toEqual([
      '2024-01-02 activation',
      '2024-03-02 churn-warning',
      '2024-05-31 churned',
    ]);
    expect(await fixture.stages('buyer')).toEqual([
      '2024-01-02 activation',
      '2024-01-09 maintenance',
      '2024-05-08 churn-warning',
      '2024-08-06 churned',
    ]);
    const [warning] = (await fixture.said('buyer')).filter(
      ({ type, data }) => type === 'StageEntered' && data.stage === 'churn-warning',
    );
    expect(warning).toMatchObject({
      data: {
        from: 'maintenance',
        ruleId: 'long-quiet',
        cause: 'time',
        inputs: { daysSinceLastOrder: 120 },
        reason: { zh: '120 天未下单。', en: 'No order for 120 days.' },
        policy: { policyId: 'lifecycle', version: 1 },
      },
      metadata: { customerId: 'buyer', occurredAt: '2024-05-08T00:00:00.000Z', actor: 'policy:lifecycle@1' },
    });
  });

  it('say nothing again when all that was stored is lost', async () => {
    await fixture.order('buyer', '2025-01-20T10:00:00+08:00');
    fixture.putClock('2025-01-21T00:00:00Z');
    await fixture.settled();
    const [before, head] = [await fixture.said('buyer'), await headPosition(fixture.client)];
    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    await fixture.settled();
    expect(await headPosition(fixture.client)).toBe(head);
    expect(await fixture.said('buyer')).toEqual(before);
    await fixture.order('buyer', '2025-01-21T10:00:00+08:00');
    await fixture.settled();
    expect((await fixture.stages('buyer')).slice(-2)).toEqual(['2024-08-06 churned', '2025-01-20 won-back']);
  });

  it('are judged anew when another version comes into force, from then on', async () => {
    await fixture.publish(2, everyone, '2025-02-01T00:00:00Z');
    fixture.putClock('2025-01-31T00:00:00Z');
    await fixture.settled();
    expect((await fixture.stages('quiet')).at(-1)).toBe('2024-05-31 churned');
    fixture.putClock('2025-02-02T00:00:00Z');
    await fixture.untilStage('quiet', '2025-02-01 maintenance');
    await fixture.untilStage('buyer', '2025-02-01 maintenance');
    const said = (await fixture.said('quiet')).at(-1);
    expect(said?.data).toMatchObject({ policy: { version: 2 }, cause: 'policy' });
  });

  it('are recorded in the order of each customer where the log is far ahead', async () => {
    await fixture.stopAutomation();
    const many = Array.from({ length: 700 }, (_, index) => `many-${index}`);
    for (const at of ['2024-02-01T00:00:00Z', '2024-02-02T00:00:00Z', '2024-02-03T00:00:00Z']) {
      await Promise.all(many.map((customerId) => fixture.order(customerId, at)));
    }
    fixture.start();
    await fixture.settled();
    for (const customerId of many) {
      expect((await fixture.stages(customerId)).slice(0, 2)).toEqual([
        '2024-02-01 activation',
        '2024-02-02 maintenance',
      ]);
    }
  }, 180_000);

  it('are judged by one of several that run, and by the next one where it ends', async () => {
    fixture.start();
    await fixture.stopFirst();
    await fixture.send('RegisterCustomer', { customerId: 'late', fieldSource: 'service' }, '2025-02-02T00:00:00Z');
    await fixture.settled();
    expect(await fixture.stages('late')).toEqual(['2025-02-02 maintenance']);
  });
});
