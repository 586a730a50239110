import { commandApplication } from '@tenure/composition';
import { PlanContacts } from '@tenure/contact-plan-contract';
import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

describe('contact plans over HTTP', () => {
  let api: TestApi;
  let newest: string;

  beforeAll(async () => {
    api = await startTestApi();
    await withDefaultPolicies(api.client);
    const application = await commandApplication(api.client);
    for (const [customerId, tier] of [
      ['k-1', 'B'],
      ['k-2', 'A'],
    ] as const) {
      const command = Object.assign(new PlanContacts(), { customerId, tier, occurredAt: '2024-05-01T00:00:00Z' });
      const context = { commandId: customerId, correlationId: customerId, actor: 'test', source: 'test' };
      const outcome = await application.sender.send(command, context);
      newest = outcome.status === 'accepted' ? `${outcome.position}` : outcome.status;
    }
    await application.close();
  });
  afterAll(() => api.close());

  const idsOf = async (path: string, query: Readonly<Record<string, string>> = {}) => {
    const { body } = await api.read(path, { waitFor: newest, ...query });
    return (body['items'] as { contactId: string }[]).map(({ contactId }) => contactId);
  };

  it('shows what is planned, what is due first at the front', async () => {
    expect(await idsOf('/contact-plan')).toEqual([
      'call-2024-05',
      'report-2024-Q2',
      'training-2024-Q2',
      'visit-2024-Q2',
    ]);
    const { body } = await api.read('/contact-plan', { kind: 'visit', waitFor: newest });
    expect(body).toMatchObject({
      items: [
        {
          customerId: 'k-2',
          tier: 'A',
          period: '2024-Q2',
          periodFrom: '2024-03-31T16:00:00.000Z',
          dueBy: '2024-06-30T16:00:00.000Z',
          status: 'open',
          policyId: 'contact-plan',
          policyVersion: 1,
        },
      ],
    });
  });

  it('narrows it down, page by page', async () => {
    expect(await idsOf('/contact-plan', { tier: 'A' })).toEqual(['visit-2024-Q2']);
    expect(await idsOf('/contact-plan', { dueBefore: '2024-06-01T00:00:00+08:00' })).toEqual(['call-2024-05']);
    expect(await idsOf('/contact-plan', { status: 'missed' })).toEqual([]);
    expect(await idsOf('/customers/k-2/contact-plan')).toEqual(['visit-2024-Q2']);
    const { body } = await api.read('/contact-plan', { limit: '2', waitFor: newest });
    expect(await idsOf('/contact-plan', { limit: '2', cursor: String(body['next']) })).toEqual([
      'training-2024-Q2',
      'visit-2024-Q2',
    ]);
  });

  it('takes it that a contact took place, once', async () => {
    const waitFor = await api.write('/customers/k-1/contacts', { kind: 'training', by: 'anna', channel: 'online' });
    const { body } = await api.read('/customers/k-1/contact-plan', { waitFor });
    expect(body['items']).toContainEqual(
      expect.objectContaining({ contactId: 'training-2024-Q2', status: 'done', doneBy: 'anna', channel: 'online' }),
    );
    const again = await api.request('POST', '/customers/k-1/contacts', { body: { kind: 'training', by: 'bo' } });
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:tenure:problem:contact-already-done' } });
  });

  it.each([
    [404, 'contact-not-planned', { kind: 'visit' }],
    [404, 'contact-not-planned', { contactId: 'visit-2024-Q2' }],
    [422, 'contact-not-named', {}],
    [422, 'contact-of-another-kind', { contactId: 'report-2024-Q2', kind: 'call' }],
    [422, 'contact-outside-its-period', { contactId: 'call-2024-05', occurredAt: '2024-04-30T23:59:59+08:00' }],
  ])('refuses with %i %s', async (status, code, body) =>
    expect(await api.request('POST', '/customers/k-1/contacts', { body: { by: 'anna', ...body } })).toMatchObject({
      status,
      body: { type: `urn:tenure:problem:${code}` },
    }),
  );

  it('takes it as a CloudEvent as well', async () => {
    const data = { customerId: 'k-1', kind: 'call', by: 'anna', occurredAt: '2024-05-01T09:30:00+08:00' };
    const event = { specversion: '1.0', id: 'e-1', source: 'dialer', type: 'tenure.planned-contact.recorded', data };
    const headers = { 'content-type': 'application/cloudevents+json' };
    expect(await api.request('POST', '/events', { body: event, headers })).toMatchObject({ body: { events: 1 } });
  });
});
