import { DAY_MS } from './testing/automation.fixture';
import { contactPlanContent, override } from './testing/contact-plan.content';
import { ContactPlanFixture } from './testing/contact-plan.fixture';

const CUSTOMERS = Array.from({ length: 20 }, (_, index) => `k-${index}`);
const MONTH_AFTER_MONTH = ['ContactPlanned call', 'ContactMissed call', 'ContactPlanned call'];

describe('planned contact that is not done', () => {
  let fixture: ContactPlanFixture;

  beforeAll(async () => {
    fixture = await ContactPlanFixture.open();
    await fixture.publish(2, contactPlanContent);
    fixture.start();
  });
  afterAll(() => fixture.stop());

  it('is missed at the end of its period, and planned for the next', async () => {
    await Promise.all(
      CUSTOMERS.map((customerId) => fixture.send('OverrideTier', { ...override, customerId, tier: 'B' })),
    );
    for (const customerId of CUSTOMERS) await fixture.untilSaid(customerId, 'ContactPlanned call');
    await fixture.putForward(daysIntoNextMonth(fixture.now()));
    await fixture.settled();
    const [planned, missed, next] = await fixture.said('k-0');
    expect(await fixture.saidShortly('k-0')).toEqual(MONTH_AFTER_MONTH);
    const dueBy = planned?.type === 'ContactPlanned' ? planned.data.dueBy : '';
    expect(missed?.data).toMatchObject({ customerId: 'k-0', kind: 'call', tier: 'B', dueBy, missedAt: dueBy });
    expect(next?.data).toMatchObject({ periodFrom: dueBy });
  });

  it('is missed once, also where all that was stored of it is lost', async () => {
    const before = await Promise.all(CUSTOMERS.map((customerId) => fixture.said(customerId)));
    expect(before.every((said) => said.length === MONTH_AFTER_MONTH.length)).toBe(true);
    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    await fixture.settled();
    const rows = await fixture.dataSource.query('SELECT FROM contact_plan_watch WHERE next_at > $1', [fixture.now()]);
    expect(rows).toHaveLength(CUSTOMERS.length);
    expect(await Promise.all(CUSTOMERS.map((customerId) => fixture.said(customerId)))).toEqual(before);
  });

  it('is missed once where the automation dies between saying and storing so', async () => {
    await fixture.stopAutomation();
    let died = 0;
    fixture.start(async (...sent) => {
      const outcome = await fixture.commands.sender.send(...sent);
      if (died++ < CUSTOMERS.length) throw new Error('died');
      return outcome;
    });
    await fixture.putForward(daysIntoNextMonth(fixture.now()));
    await fixture.settled();
    expect(died).toBeGreaterThan(CUSTOMERS.length);
    expect(fixture.failures.splice(0)).toContain('Error: died');
    for (const customerId of CUSTOMERS) {
      expect(await fixture.saidShortly(customerId)).toEqual([...MONTH_AFTER_MONTH, ...MONTH_AFTER_MONTH.slice(1)]);
    }
  });

  it('is missed month by month where nothing ran for long', async () => {
    await fixture.stopAutomation();
    await fixture.putForward(96);
    fixture.start();
    await fixture.settled();
    const said = await fixture.said('k-1');
    const missed = said.flatMap((event) => (event.type === 'ContactMissed' ? [event.data.missedAt] : []));
    const periods = said.flatMap((event) => (event.type === 'ContactPlanned' ? [event.data.periodFrom] : []));
    expect(missed.length).toBeGreaterThanOrEqual(5);
    expect(missed).toEqual(periods.slice(1));
  });

  it('is dropped where another version of the policy no longer calls for it', async () => {
    const [, ...others] = contactPlanContent.plans;
    const quarterly = { tier: 'B', contacts: [{ kind: 'call', every: { unit: 'quarter', count: 1 } }] } as const;
    await fixture.publish(3, { ...contactPlanContent, plans: [quarterly, ...others.slice(1)] });
    await fixture.noted();
    await fixture.settled();
    const [dropped, planned] = (await fixture.said('k-1')).slice(-2);
    expect(dropped).toMatchObject({ type: 'ContactDropped', data: { reason: 'policy-changed' } });
    expect(planned).toMatchObject({ type: 'ContactPlanned', data: { policy: { version: 3 } } });
  });

  it('failed at nothing else', () => expect(fixture.failures).toEqual([]));
});

/** Until the tenth of the month after this one in China, eight hours ahead: one month ends on the way, whatever day it is. */
function daysIntoNextMonth(now: string): number {
  const there = new Date(Date.parse(now) + DAY_MS / 3);
  return (Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 10) - there.getTime()) / DAY_MS;
}
