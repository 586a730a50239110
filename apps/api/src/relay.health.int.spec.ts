import type { RelayStatus } from '@tenure/http';
import { startTestApi, type TestApi } from './testing/api.fixture';

describe('an API with a relay beside it', () => {
  let api: TestApi;
  let status: RelayStatus;
  beforeAll(async () => {
    status = { role: 'leader', healthy: true, position: 0n, secondsSinceProgress: 0 };
    api = await startTestApi({}, { relay: { status: () => status } });
  });
  afterAll(() => api.close());

  it('is ready while the relay gets on, and has its figures', async () => {
    expect(await api.read('/health/ready')).toMatchObject({ status: 200 });
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toContain('\ntenure_relay_healthy 1\n');
    expect(text).toContain('\ntenure_relay_role{role="leader"} 1\n');
    expect(text).toMatch(/\ntenure_relay_lag_seconds \d/);
  });

  it('is not ready once the relay is stalled, and says where and why', async () => {
    status = {
      role: 'leader',
      healthy: false,
      position: 77n,
      secondsSinceProgress: 61.5,
      lastFailure: { message: 'no broker' },
    };
    const { status: code, body } = await api.read('/health/ready');
    expect(code).toBe(503);
    expect(JSON.stringify(body)).toContain(
      'the relay is stalled: leader at position 77, no progress for 61 s; last failure: no broker',
    );
  });
});
