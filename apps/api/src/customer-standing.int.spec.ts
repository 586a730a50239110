import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { CheckpointWaiter } from '@tenure/http';
import { registering, startTestApi, type TestApi } from './testing/api.fixture';

const occurredAt = '2024-04-01T09:00:00Z';
const merging = { by: 'anna', reason: 'The same company', occurredAt };

describe('consent and duplicates over HTTP', () => {
  let api: TestApi;
  let directory: ProjectedCustomerDirectory;
  beforeAll(async () => {
    api = await startTestApi();
    directory = new ProjectedCustomerDirectory(api.dataSource, new CheckpointWaiter(api.dataSource));
  });
  afterAll(() => api.close());

  it('tells others how a customer is written to, not behind what was just said', async () => {
    await api.write('/customers', registering('asked', { name: 'Asked' }));
    const contact = { name: 'Lin', role: 'other', email: 'lin@example.com', fieldSource: 'service', occurredAt };
    await api.write('/customers/asked/contacts/p-1', contact, 'PUT');
    const granted = { granted: true, by: 'anna', occurredAt };
    const position = await api.write('/customers/asked/consents/email/marketing', granted, 'PUT');
    const found = await directory.find(['asked', 'nobody'], BigInt(position));
    expect([...found]).toEqual([
      [
        'asked',
        {
          customerId: 'asked',
          name: 'Asked',
          email: 'lin@example.com',
          consents: [{ purpose: 'marketing', channel: 'email', granted: true, since: occurredAt }],
        },
      ],
    ]);
    expect(await api.read('/customers/asked', { asOf: '2024-04-30T00:00:00Z' })).toMatchObject({
      body: { consents: [{ purpose: 'marketing', granted: true }], mergedInto: null },
    });
  });

  it('does not let an older yes undo a newer no', async () => {
    await api.write('/customers', registering('refusing'));
    const path = '/customers/refusing/consents/email/marketing';
    await api.write(path, { granted: false, by: 'anna', occurredAt }, 'PUT');
    const older = { granted: true, by: 'anna', occurredAt: '2024-03-01T09:00:00Z' };
    expect(await api.request('PUT', path, { body: older })).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:customer-consent-set-since' },
    });
    const unknown = { granted: true, by: 'anna', occurredAt };
    expect(await api.request('PUT', '/customers/refusing/consents/fax/marketing', { body: unknown })).toMatchObject({
      status: 422,
    });
  });

  it('merges a duplicate, shows it, and undoes it', async () => {
    for (const id of ['one', 'double', 'third']) await api.write('/customers', registering(id, { country: 'Nowhere' }));
    const merge = (id: string, into: string) =>
      api.request('POST', `/customers/${id}/merge`, { body: { ...merging, into } });
    const done = await merge('double', 'one');
    expect(done).toMatchObject({ status: 201 });
    const waitFor = String(done.body['position']);
    expect(await api.read('/customers/double', { waitFor })).toMatchObject({ body: { mergedInto: 'one' } });
    expect((await directory.find(['double'], BigInt(waitFor))).get('double')).toMatchObject({ mergedInto: 'one' });

    const listed = async (query: Readonly<Record<string, string>>) =>
      (await api.read('/customers', { country: 'Nowhere', ...query })).body['items'];
    expect(await listed({ merged: 'without' })).toMatchObject([{ customerId: 'one' }, { customerId: 'third' }]);
    expect(await listed({ mergedInto: 'one' })).toMatchObject([{ customerId: 'double' }]);

    expect(await merge('one', 'one')).toMatchObject({
      status: 422,
      body: { type: 'urn:tenure:problem:customer-merged-into-itself' },
    });
    expect(await merge('third', 'double')).toMatchObject({
      body: { type: 'urn:tenure:problem:customer-merge-target-is-merged' },
    });
    expect(await merge('one', 'double')).toMatchObject({
      body: { type: 'urn:tenure:problem:customer-merge-target-is-merged' },
    });
    expect(await merge('double', 'third')).toMatchObject({
      status: 409,
      body: { type: 'urn:tenure:problem:customer-already-merged' },
    });
    expect(await merge('third', 'nobody')).toMatchObject({
      body: { type: 'urn:tenure:problem:customer-merge-target-not-found' },
    });
    expect(await merge('nobody', 'one')).toMatchObject({
      status: 404,
      body: { type: 'urn:tenure:problem:customer-not-found' },
    });
    expect(await merge('double', 'one')).toMatchObject({ status: 200 });

    const undone = await api.write('/customers/double/merge/undoing', { ...merging, reason: 'A sister company' });
    expect(await api.read('/customers/double', { waitFor: undone })).toMatchObject({ body: { mergedInto: null } });
    const { body } = await api.read('/customers/double/timeline', { waitFor: undone });
    expect(body['items']).toMatchObject([
      { summary: 'Merge into one undone by anna: A sister company' },
      { summary: 'Merged into one by anna: The same company' },
      { type: 'CustomerRegistered' },
    ]);
  });
});
