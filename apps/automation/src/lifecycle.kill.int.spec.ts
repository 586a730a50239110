import { until } from '@tenure/local-servers/testing';
import { useProgram } from './testing/killable.program';
import { LifecycleFixture } from './testing/lifecycle.fixture';

const CUSTOMERS = Array.from({ length: 120 }, (_, index) => `k-${index}`);

const STAGES = ['2024-01-02 activation', '2024-01-09 maintenance', '2024-05-08 churn-warning', '2024-08-06 churned'];
const MILESTONES = ['first-order', 'one-year'];

describe('lifecycles, when the automation is killed,', () => {
  const start = useProgram('automation');
  let fixture: LifecycleFixture;

  beforeAll(async () => {
    fixture = await LifecycleFixture.open();
    await Promise.all(CUSTOMERS.map((customerId) => fixture.order(customerId, '2024-01-02T10:00:00Z')));
    await Promise.all(CUSTOMERS.map((customerId) => fixture.order(customerId, '2024-01-09T10:00:00Z')));
  });
  afterAll(() => fixture.stop());

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl);

  const stages = () => Promise.all(CUSTOMERS.map((customerId) => fixture.stages(customerId)));
  const having = async (stage: string) => (await stages()).filter((found) => found.includes(stage)).length;

  it('come to every stage and milestone once, each at its own time', async () => {
    let child = await run();
    await until(async () => (await having('2024-01-02 activation')) > 0, 'the first are judged');
    await child.kill();
    const judged = await having('2024-01-02 activation');
    child = await run();
    await until(async () => (await having('2024-05-08 churn-warning')) > 0, 'time has brought something about');
    await child.kill();
    const warned = await having('2024-05-08 churn-warning');
    await run();
    await until(async () => (await having('2024-08-06 churned')) === CUSTOMERS.length, 'all are lost');
    expect(judged).toBeGreaterThan(0);
    expect(warned).toBeGreaterThan(0);
    for (const found of await stages()) expect(found).toEqual(STAGES);
    for (const customerId of CUSTOMERS) {
      const reached = (await fixture.said(customerId)).flatMap(({ type, data }) =>
        type === 'MilestoneReached' ? [data.milestoneId] : [],
      );
      for (const milestoneId of MILESTONES) expect(reached.filter((one) => one === milestoneId)).toHaveLength(1);
      expect(new Set(reached).size).toBe(reached.length);
    }
  }, 240_000);
});
