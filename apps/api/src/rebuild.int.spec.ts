import { until } from '@tenure/local-servers/testing';
import { registering, startTestApi, type TestApi } from './testing/api.fixture';

describe('a rebuild over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const waitFor = await api.write('/customers', registering('k-1'));
    await api.read('/customers/k-1', { waitFor });
  });
  afterAll(() => api.close());

  const rebuild = (query: string) => api.request('POST', `/projections/customer-overview/rebuild${query}`);

  it.each(['', '?resume=false', '?resume=true'])(
    'puts the same rows in the place of the old ones %p',
    async (query) => {
      const before = await generation();
      expect(await rebuild(query)).toMatchObject({ status: 202, body: { name: 'customer-overview' } });
      await until(async () => (await generation()) !== before, 'another generation of rows');
      expect(await api.read('/customers/k-1')).toMatchObject({ status: 200, body: { name: 'Customer k-1' } });
      await until(isNotRebuilding, 'the rebuild has ended');
    },
  );

  it('refuses what is neither true nor false, by name', async () => {
    expect(await rebuild('?resume=maybe')).toMatchObject({
      status: 400,
      body: { type: 'urn:tenure:problem:invalid-parameter', detail: 'resume must be true or false' },
    });
  });

  async function generation(): Promise<string | undefined> {
    const rows: { generation: string }[] = await api.dataSource.query(
      `SELECT generation FROM projection_checkpoint WHERE name = 'customer-overview'`,
    );
    return rows[0]?.generation;
  }

  async function isNotRebuilding(): Promise<boolean> {
    const statuses = (await (await fetch(`${api.url}/projections`)).json()) as { rebuild?: object }[];
    return statuses.every((status) => status.rebuild === undefined);
  }
});
