import { startTestApi, type TestApi } from './testing/api.fixture';

const ids = (signalId: string) => ({ signalId, customerId: 'k-1' });
const on = (day: string) => ({ occurredAt: `2024-04-${day}T10:00:00Z` });
const problem = (code: string) => ({ body: { type: `urn:tenure:problem:${code}` } });

describe('what customers do, over HTTP,', () => {
  let api: TestApi;
  let position: string;
  beforeAll(async () => {
    api = await startTestApi();
    await api.write('/signals/logins', { ...ids('s-1'), dwellSeconds: 600, ...on('10') });
    await api.write('/signals/logins', { ...ids('s-2'), dwellSeconds: 120, ...on('28') });
    await api.write('/signals/feature-uses', { ...ids('s-3'), feature: 'export', uses: 4, ...on('28') });
    await api.write('/signals/anomalies', { ...ids('s-4'), kind: 'failed-payments', ...on('29') });
    await api.write('/signals/renewal-intentions', { ...ids('s-5'), intention: 'unsure', by: 'anna', ...on('29') });
    await api.write('/signals/competitor-contacts', { ...ids('s-6'), competitor: 'Acme', ...on('29') });
    await api.write('/signals/ratings', { ...ids('s-7'), score: 2, of: 'visit', ...on('29') });
    await api.write('/signals/unanswered-contacts', { ...ids('s-8'), channel: 'phone', ...on('30') });
    const contract = { customerId: 'k-1', startsOn: '2023-06-01', renewsOn: '2024-06-01', ...on('01') };
    await api.write('/contracts', { ...contract, contractId: 'c-1' });
    await api.write('/contracts', { ...contract, contractId: 'c-2', startsOn: '2024-01-01' });
    await api.write('/contracts/c-1/renewal', { renewsOn: '2025-06-01', ...on('20') });
    position = await api.write('/contracts/c-2/end', { endedOn: '2024-05-31', reason: 'no need', ...on('20') });
  });
  afterAll(() => api.close());

  it('is told as facts, windows side by side and contracts', async () => {
    const { status, body } = await api.read('/customers/k-1/behaviour', { waitFor: position });
    expect({ status, ...body }).toMatchObject({
      status: 200,
      customerId: 'k-1',
      at: '2024-05-01T01:30:00.000Z',
      facts: {
        logins7: 1,
        logins30: 2,
        daysSinceLastLogin: 3,
        dwellMinutes30: 12,
        featureUses7: 4,
        anomalies30: 1,
        renewalIntention: 'unsure',
        competitorContacts180: 1,
        lastRating: 2,
        lowRatings180: 1,
        unansweredContacts30: 1,
        contracts: 2,
        contractual: true,
        daysToRenewal: 396,
        orders: 0,
      },
      contracts: [
        { contractId: 'c-1', startsOn: '2023-06-01', renewsOn: '2025-06-01' },
        { contractId: 'c-2', startsOn: '2024-01-01', renewsOn: '2024-06-01', endsOn: '2024-05-31' },
      ],
    });
    expect(body['windows']).toContainEqual({ of: 'logins', in7Days: 1, in30Days: 2, in180Days: 2 });
    expect(body['windows']).toContainEqual({ of: 'meanRating', in7Days: 2, in30Days: 2, in180Days: 2 });
  });
  it('is told as of a moment: what had happened by then, or what will hold if nothing else happens', async () => {
    const asOf = (at: string) => api.read('/customers/k-1/behaviour', { at, waitFor: position });
    expect(await asOf('2024-04-15T00:00:00Z')).toMatchObject({
      body: { facts: { logins30: 1, daysSinceLastLogin: 5, contracts: 2, daysToRenewal: 47, anomalies30: 0 } },
    });
    expect(await asOf('2024-07-01T00:00:00Z')).toMatchObject({
      body: { facts: { logins30: 0, logins180: 2, contracts: 1, loginTrendPercent: -100 } },
    });
    expect(await asOf('2020-01-01T00:00:00Z')).toMatchObject({ status: 404, ...problem('not-found') });
    expect(await asOf('yesterday')).toMatchObject({ ...problem('invalid-parameter') });
    expect(await api.read('/customers/nobody/behaviour')).toMatchObject({ status: 404 });
  });

  it('is recorded once, and never otherwise under the same id', async () => {
    const login = { ...ids('s-1'), dwellSeconds: 600, ...on('10') };
    expect(await api.request('POST', '/signals/logins', { body: login })).toMatchObject({ status: 200 });
    expect(await api.request('POST', '/signals/logins', { body: { ...login, dwellSeconds: 1 } })).toMatchObject({
      status: 409,
      ...problem('signal-already-recorded-differently'),
    });
    const end = { endedOn: '2024-05-31', reason: 'another', ...on('21') };
    expect(await api.request('POST', '/contracts/c-2/end', { body: end })).toMatchObject({
      status: 409,
      ...problem('contract-already-ended'),
    });
    expect(await api.request('POST', '/contracts/none/end', { body: end })).toMatchObject({ status: 404 });
  });
  it('is refused as long as it is still to come, whatever way it comes in', async () => {
    const [ahead, message] = ['2024-05-01T01:35:00.001Z', expect.stringContaining('5 minutes ahead')];
    const login = { ...ids('s-early'), occurredAt: ahead };
    expect(await api.request('POST', '/signals/logins', { body: login })).toMatchObject({
      status: 422,
      body: { type: 'urn:tenure:problem:invalid-command', errors: [{ path: 'occurredAt', message }] },
    });
    const event = { specversion: '1.0', id: 'e-1', source: 'shop', type: 'tenure.signal.logged-in', time: ahead };
    const headers = { 'content-type': 'application/cloudevents+json' };
    const sent = await api.request('POST', '/events', { body: { ...event, data: ids('s-early') }, headers });
    expect(sent).toMatchObject({ status: 422, body: { errors: [{ path: 'data.occurredAt', message }] } });
    api.time.now = '2024-05-01T01:30:00.001Z';
    expect(await api.request('POST', '/signals/logins', { body: login })).toMatchObject({ status: 201 });
  });
  it.each([
    ['/signals/logins', { dwellSeconds: -1 }, 'dwellSeconds'],
    ['/signals/feature-uses', { feature: 'export', uses: 0 }, 'uses'],
    ['/signals/renewal-intentions', { intention: 'maybe', by: 'anna' }, 'intention'],
    ['/signals/ratings', { score: 6, of: 'visit' }, 'score'],
    ['/signals/unanswered-contacts', { channel: 'pigeon' }, 'channel'],
    [
      '/contracts',
      { contractId: 'c-9', customerId: 'k-1', startsOn: '2024-02-30', renewsOn: '2025-01-01' },
      'startsOn',
    ],
  ])('is refused where it is wrong: %s %j', async (path, fields, field) => {
    const who = path === '/contracts' ? {} : ids('s-bad');
    const { status, body } = await api.request('POST', path, { body: { ...who, ...fields, ...on('10') } });
    expect({ status, ...body }).toMatchObject({ status: 422, errors: [{ path: field }] });
  });
});
