import { ContactPlanComparator } from '@tenure/contact-plan-service';
import { contactPlanContent, override } from './testing/contact-plan.content';
import { ContactPlanFixture } from './testing/contact-plan.fixture';

const interaction = (interactionId: string, customerId: string, channel: string) => ({
  interactionId,
  customerId,
  channel,
  subject: 'How it goes',
  resolved: true,
  handledBy: 'anna',
});

describe('planned contact', () => {
  let fixture: ContactPlanFixture;

  beforeAll(async () => {
    fixture = await ContactPlanFixture.open();
    await fixture.publish(2, contactPlanContent);
    fixture.start();
  });
  afterAll(() => fixture.stop());

  it('is planned as soon as the tier is known, and done by an interaction that fits', async () => {
    await fixture.send('OverrideTier', { ...override, customerId: 'visited', tier: 'A' });
    await fixture.untilSaid('visited', 'ContactPlanned visit');
    await fixture.send('RecordInteraction', interaction('i-1', 'visited', 'email'));
    await fixture.send('RecordInteraction', interaction('i-2', 'visited', 'visit'));
    await fixture.untilSaid('visited', 'ContactPlanned visit', 'ContactDone visit');
    const [, done] = await fixture.said('visited');
    expect(done?.data).toMatchObject({ by: 'anna', channel: 'visit', interactionId: 'i-2' });
  });

  it('is done where somebody says so, once', async () => {
    await fixture.send('OverrideTier', { ...override, customerId: 'called', tier: 'B' });
    await fixture.untilSaid('called', 'ContactPlanned call');
    const call = { customerId: 'called', kind: 'call' };
    await fixture.send('RecordPlannedContact', { ...call, by: 'anna' });
    await expect(fixture.send('RecordPlannedContact', { ...call, by: 'bo' })).rejects.toThrow('contact-already-done');
    await expect(fixture.send('RecordPlannedContact', { ...call, kind: 'visit', by: 'bo' })).rejects.toThrow(
      'contact-not-planned',
    );
    expect(await fixture.saidShortly('called')).toEqual(['ContactPlanned call', 'ContactDone call']);
  });

  it('follows the tier', async () => {
    await fixture.send('OverrideTier', { ...override, customerId: 'risen', tier: 'B' });
    await fixture.untilSaid('risen', 'ContactPlanned call');
    await fixture.send('OverrideTier', { ...override, customerId: 'risen', tier: 'A' });
    await fixture.untilSaid('risen', 'ContactPlanned call', 'ContactDropped call', 'ContactPlanned visit');
    await fixture.send('OverrideTier', { ...override, customerId: 'risen', tier: 'C' });
    await fixture.untilSaid(
      'risen',
      ...['ContactPlanned call', 'ContactDropped call', 'ContactPlanned visit', 'ContactDropped visit'],
    );
  });

  it('needs nothing for a customer of a tier without a plan', async () => {
    await fixture.send('OverrideTier', { ...override, customerId: 'basic', tier: 'C' });
    await fixture.settled();
    const rows = await fixture.dataSource.query(`SELECT next_at FROM contact_plan_watch WHERE customer_id = 'basic'`);
    expect(rows).toEqual([{ next_at: null }]);
    expect(await fixture.said('basic')).toEqual([]);
  });

  it('is not planned for the past of a history, nor before all of it is loaded', async () => {
    await fixture.send('StartHistoryLoad', { loadId: 'load-1', mapping: 'orders', files: ['orders.csv'] });
    await fixture.judge('imported', 'A', '2011-03-01T00:00:00Z');
    await fixture.judge('imported', 'B', '2011-06-01T00:00:00Z');
    await fixture.send('RecordInteraction', interaction('i-3', 'imported', 'phone'), '2011-06-02T00:00:00Z');
    await fixture.send('OverrideTier', { ...override, customerId: 'meanwhile', tier: 'B' });
    await fixture.noted();
    expect(await fixture.said('meanwhile')).toEqual([]);
    await fixture.send('FinishHistoryLoad', { loadId: 'load-1', read: 3, accepted: 3, known: 0, rejected: 0 });
    await fixture.untilSaid('meanwhile', 'ContactPlanned call');
    await fixture.untilSaid('imported', 'ContactPlanned call');
    const [planned] = await fixture.said('imported');
    expect(Date.parse(planned?.type === 'ContactPlanned' ? planned.data.plannedAt : '')).toBeGreaterThan(
      Date.parse('2026-01-01T00:00:00Z'),
    );
  });

  it('can be compared with what a draft would have it be', async () => {
    const published = await fixture.commands.policies.versions('contact-plan', 'contact-plan');
    const [inForce] = published.slice(-1);
    if (!inForce) throw new Error('no plan is published');
    const monthly = { tier: 'A', contacts: [{ kind: 'visit', every: { unit: 'month', count: 1 } }] } as const;
    const content = { ...contactPlanContent, plans: [monthly, ...contactPlanContent.plans.slice(1)] };
    const draft = { ...inForce, version: 3, content, draftedAt: fixture.now(), draftFingerprint: 'x' };
    const comparison = await new ContactPlanComparator(fixture.dataSource).compare(draft, published, fixture.now());
    expect(comparison).toMatchObject({
      of: 'customers',
      changed: 1,
      changes: [{ from: 'A: a visit each quarter', to: 'A: a visit each month', count: 1 }],
      examples: [{ customerId: 'visited' }],
    });
    expect(comparison.looked).toBeGreaterThan(5);
  });

  it('failed at nothing', () => expect(fixture.failures).toEqual([]));
});
