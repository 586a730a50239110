import { opening, registering, startTestApi, type TestApi } from './testing/api.fixture';
import { readEventStream, type StreamedEvent } from './testing/event-stream';

describe('changes of a projection over HTTP', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.close());

  const open = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

  async function follow(name: string, headers: Record<string, string> = {}) {
    const answer = await open(`/projections/${name}/changes`, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    if (!answer.body) throw new Error('no body');
    const events = readEventStream(answer.body);
    return {
      /** All up to the first that is wanted. */
      until: async (isWanted: (event: StreamedEvent) => boolean): Promise<StreamedEvent[]> => {
        const seen: StreamedEvent[] = [];
        for (let next = await events.next(); !next.done; next = await events.next()) {
          seen.push(next.value);
          if (isWanted(next.value)) return seen;
        }
        throw new Error('it ended');
      },
      toEnd: async () => {
        for (let next = await events.next(); !next.done; next = await events.next());
      },
      leave: () => events.return(undefined),
    };
  }

  const caughtUpTo = (position: string) => (event: StreamedEvent) =>
    event.name === 'caught-up' && BigInt(String(event.data['position'])) >= BigInt(position);

  it('are all rows, then those that change, and can be gone on with', async () => {
    await api.write('/customers', registering('first'));
    const before = await api.write('/customers', registering('second'));
    await api.read('/customers', { waitFor: before });
    const present = await follow('customer-overview');
    const start = await present.until(caughtUpTo(before));
    expect(start.map(({ name, data }) => [name, data['key']])).toEqual([
      ['reset', undefined],
      ['row', 'first'],
      ['row', 'second'],
      ['caught-up', undefined],
    ]);
    const opened = await api.write('/complaints', { ...opening('c-1'), customerId: 'second' });
    const [row] = await present.until(({ name }) => name === 'row');
    expect(row).toMatchObject({
      name: 'row',
      data: { position: opened, key: 'second', row: { customerId: 'second', openComplaints: 1, position: opened } },
    });
    expect(row?.id).toBe(`${opened}.0`);
    await present.leave();

    const closing = await api.write('/customers', registering('third'));
    const again = await follow('customer-overview', { 'last-event-id': String(row?.id) });
    const rest = await again.until(caughtUpTo(closing));
    expect(rest.filter(({ name }) => name !== 'caught-up').map(({ name, data }) => [name, data['key']])).toEqual([
      ['row', 'third'],
    ]);
    await again.leave();
  });

  it('begin anew when the read model was built anew', async () => {
    const waitFor = await api.write('/complaints', opening('c-2'));
    await api.read('/complaints/c-2', { waitFor });
    const changes = await follow('complaint-queue');
    await changes.until(caughtUpTo(waitFor));
    await api.request('POST', '/projections/complaint-queue/rebuild');
    const [reset, row] = await changes.until(({ name }) => name === 'row');
    expect([reset?.name, row?.data['key']]).toEqual(['reset', 'c-2']);
    await changes.leave();
  });

  it('refuse what is not there, and what is no id', async () => {
    expect(await api.read('/projections/nothing/changes')).toMatchObject({
      status: 404,
      mediaType: 'application/problem+json',
      body: { type: 'urn:tenure:problem:not-found' },
    });
    expect(await api.read('/projections/complaint-queue/changes', { after: '12' })).toMatchObject({
      status: 400,
      body: { type: 'urn:tenure:problem:invalid-parameter', errors: [{ path: 'after' }] },
    });
    expect(
      await api.request('GET', '/projections/complaint-queue/changes', { headers: { 'last-event-id': 'x' } }),
    ).toMatchObject({ status: 400, body: { errors: [{ path: 'Last-Event-ID' }] } });
  });

  it('answer 503 while the read models are gone', async () => {
    await api.stopPostgres();
    expect(await api.read('/projections/complaint-queue/changes')).toMatchObject({
      status: 503,
      body: { type: 'urn:tenure:problem:read-models-unavailable' },
    });
  });
});

describe('closing the API', () => {
  it('ends the feeds of changes', async () => {
    const api = await startTestApi();
    const { body } = await fetch(`${api.url}/projections/customer-overview/changes`);
    const reading = (async () => {
      for await (const event of readEventStream(body ?? new ReadableStream())) expect(event.name).not.toBe('row');
    })();
    await api.close();
    await reading;
  });
});
