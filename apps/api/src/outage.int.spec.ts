import { connect } from 'node:net';
import { until } from '@tenure/local-servers/testing';
import { opening, registering, startTestApi, type TestApi } from './testing/api.fixture';

describe('API while a server behind it is gone', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.close());

  it('takes commands without PostgreSQL; reads answer 503, and it is not ready', async () => {
    await api.stopPostgres();
    expect(await api.read('/customers')).toMatchObject({
      status: 503,
      mediaType: 'application/problem+json',
      body: { type: 'urn:tenure:problem:read-models-unavailable' },
    });
    expect(await api.read('/health/ready')).toMatchObject({ status: 503, body: { status: 'not-ready' } });
    expect(await api.read('/health/live')).toMatchObject({ status: 200 });
    expect(await api.request('POST', '/complaints', { body: opening('outage') })).toMatchObject({ status: 201 });
  });

  it('is not ready once its projector has stopped, and says which projections', async () => {
    const waitFor = await api.write('/customers', registering('stopped'));
    await api.read('/customers/stopped', { waitFor });
    await until(async () => (await api.read('/health/ready')).status === 200, 'ready');
    await api.projector.close();
    expect(await api.read('/health/ready')).toMatchObject({
      status: 503,
      body: { checks: [{ status: 'up' }, { status: 'up' }, { name: 'projections', status: 'down' }] },
    });
  });

  it('reads overviews without the event store; commands answer 503 with when to try again', async () => {
    const waitFor = await api.write('/customers', registering('outage'));
    await api.read('/customers/outage', { waitFor });
    await api.stopEventStore();
    const refused = await api.request('POST', '/complaints', { body: opening('outage') });
    expect(refused).toMatchObject({ status: 503, body: { type: 'urn:tenure:problem:event-store-unavailable' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await api.read('/customers/outage')).toMatchObject({ status: 200 });
    expect(await api.read('/customers/outage/history')).toMatchObject({ status: 503 });
  });
});

describe('closing the API', () => {
  it('is not held up by a request that never ends', async () => {
    const api = await startTestApi();
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume().on('error', () => undefined);
    socket.write(
      'POST /complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await new Promise((resolve) => socket.once('connect', resolve));
    await api.close();
    await closed;
    await expect(fetch(`${api.url}/health/live`)).rejects.toThrow();
  });
});
