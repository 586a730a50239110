import type { AutomationStatus } from '@tenure/http';
import { until } from '@tenure/local-servers/testing';
import { startTestApi, type TestApi } from './testing/api.fixture';

describe('an API with the automation and the ingress beside it', () => {
  let api: TestApi;
  let automations: AutomationStatus[] = [{ name: 'service-standard', position: 1n << 40n }];
  let failure: string | undefined;
  beforeAll(async () => {
    const automation = { status: () => automations };
    const ingress = { status: () => ({ carriedOut: 12, refused: 3, failure }) };
    api = await startTestApi({ stalledAfterMs: 3_000 }, { automation, ingress });
    await api.write('/customers', { customerId: 'k-1', name: 'K', kind: 'company', fieldSource: 'import' });
    // Every projection has begun.
    await until(isReady, 'ready');
  });
  afterAll(() => api.close());
  const isReady = async () => (await api.read('/health/ready')).status === 200;
  const reasons = async () => JSON.stringify((await api.read('/health/ready')).body);

  it('is ready while they get on, and has their figures', async () => {
    expect(await api.read('/health/ready')).toMatchObject({ status: 200 });
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toContain('\ntenure_automation_failing{automation="service-standard"} 0\n');
    expect(text).toContain(`\ntenure_automation_position{automation="service-standard"} ${2 ** 40}\n`);
    expect(text).toContain('\ntenure_ingress_records_total{outcome="refused"} 3\n');
    expect(text).toContain('\ntenure_ingress_failing 0\n');
  });

  it('is not ready once an automation has failed for longer than it may', async () => {
    const since = api.time.now;
    automations = [{ name: 'notices', failure: { message: 'no table', since } }];
    expect(await api.read('/health/ready')).toMatchObject({ status: 200 });
    api.time.now = new Date(Date.parse(since) + 4_000).toISOString();
    expect(await reasons()).toContain(`the automation notices has failed since ${since}: no table`);
  });

  it('is not ready once an automation is behind and does not move', async () => {
    automations = [{ name: 'tier', position: 0n }];
    expect(await api.read('/health/ready')).toMatchObject({ status: 200 });
    await until(async () => !(await isReady()), 'not ready any more');
    expect(await reasons()).toContain('the automation tier is stalled: behind, and at position 0 for');
    automations = [];
    expect(await api.read('/health/ready')).toMatchObject({ status: 200 });
  });

  it('is not ready while the ingress can not go on', async () => {
    failure = 'no broker';
    expect(await reasons()).toContain('the ingress waits, and tries again: no broker');
  });
});
