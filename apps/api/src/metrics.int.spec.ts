import { until } from '@tenure/local-servers/testing';
import { registering, startTestApi, type TestApi } from './testing/api.fixture';

describe('metrics', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const waitFor = await api.write('/customers', registering('k-1'));
    await api.read('/customers/k-1', { waitFor });
  });
  afterAll(() => api.close());

  it('say of every projection how far it is, what it does and what it wrote', async () => {
    const { figures, mediaType } = await scrape(api.url);
    expect(mediaType).toBe('text/plain; version=0.0.4; charset=utf-8');
    const labels = '{projection="customer-overview"}';
    expect(figures.get(`tenure_projection_position${labels}`)).toBeGreaterThan(0);
    expect(figures.get(`tenure_projection_lag_events${labels}`)).toBe(0);
    expect(figures.get(`tenure_projection_lag_seconds${labels}`)).toBe(0);
    expect(figures.get(`tenure_projection_events_total${labels}`)).toBeGreaterThan(0);
    expect(figures.get(`tenure_projection_failing${labels}`)).toBe(0);
    expect(figures.get(`tenure_projection_stalled${labels}`)).toBe(0);
    expect(figures.get('tenure_projection_state{projection="customer-overview",state="running"}')).toBe(1);
    expect(figures.get('tenure_projection_state{projection="customer-overview",state="failing"}')).toBe(0);
    expect(figures.get('tenure_read_models_up')).toBe(1);
    expect(figures.has(`tenure_projection_rows_written_total${labels}`)).toBe(true);
  });

  it('have those of the process, and each name once', async () => {
    const { figures, text } = await scrape(api.url);
    expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    const described = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(new Set(described).size).toBe(described.length);
  });
});

describe('lag', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi({ stalledAfterMs: 100 });
  });
  afterEach(() => api.close());

  it('is nothing where only system events follow, and the age of the oldest unseen event where one does', async () => {
    const waitFor = await api.write('/customers', registering('k-1'));
    await api.read('/customers/k-1', { waitFor });
    await api.projector.close();
    await api.client.setStreamMetadata('customer-k-1', { maxCount: 1_000 });
    expect(await lagOf(api)).toEqual({ lagEvents: 0, lagSeconds: 0 });
    const recordedAtMs = Date.now();
    await api.write('/customers', registering('k-2'));
    api.time.now = new Date(recordedAtMs + 90_000).toISOString();
    const { lagEvents, lagSeconds } = await lagOf(api);
    expect(lagEvents).toBe(1);
    expect(lagSeconds).toBeGreaterThan(80);
    expect(lagSeconds).toBeLessThanOrEqual(90);
  });

  it('that does not shrink turns health red and names the projection', async () => {
    const waitFor = await api.write('/customers', registering('k-1'));
    await api.read('/customers/k-1', { waitFor });
    const lock = api.dataSource.createQueryRunner();
    await lock.query('BEGIN');
    await lock.query(`SELECT FROM projection_checkpoint WHERE name = 'customer-overview' FOR UPDATE`);
    await api.write('/customers', registering('k-2'));
    await untilNotReady(api, /customer-overview is stalled: behind, and at position \d+ for \d+ s/);
    const { figures } = await scrape(api.url);
    expect(figures.get('tenure_projection_stalled{projection="customer-overview"}')).toBe(1);
    await lock.query('ROLLBACK');
    await lock.release();
    expect(await api.read('/health/live')).toMatchObject({ status: 200 });
  });

  it('leaves the figures of the process where the read models can not be asked', async () => {
    const waitFor = await api.write('/customers', registering('k-1'));
    await api.read('/customers/k-1', { waitFor });
    await api.stopPostgres();
    const { figures } = await scrape(api.url);
    expect(figures.get('tenure_read_models_up')).toBe(0);
    expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  });
});

async function scrape(url: string) {
  const answer = await fetch(`${url}/metrics`);
  const text = await answer.text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const figures = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  return { figures, text, mediaType: answer.headers.get('content-type') };
}

interface Lag {
  readonly name: string;
  readonly lagEvents: number;
  readonly lagSeconds: number;
}

async function lagOf(api: TestApi): Promise<Omit<Lag, 'name'>> {
  const statuses = (await (await fetch(`${api.url}/projections`)).json()) as Lag[];
  const { lagEvents, lagSeconds } = statuses.find(({ name }) => name === 'customer-overview') ?? {};
  return { lagEvents: lagEvents ?? NaN, lagSeconds: lagSeconds ?? NaN };
}

/** On a busy machine another projection may be named before. */
async function untilNotReady(api: TestApi, reason: RegExp): Promise<void> {
  let answered = '';
  const isNamed = async () => {
    const { status, body } = await api.read('/health/ready');
    answered = `${status} ${JSON.stringify(body)}`;
    return status === 503 && reason.test(answered);
  };
  await until(isNamed, () => answered);
}
