import { readHistory } from '@tenure/event-store';
import { startTestApi, type TestApi } from './testing/api.fixture';

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const BATCH = { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' };

const opened = (complaintId: string, data: object = {}) => ({
  specversion: '1.0',
  id: `opened-${complaintId}`,
  source: '/shop/oxford-street',
  type: 'tenure.complaint.opened',
  time: '2024-05-01T09:30:00+08:00',
  data: { complaintId, customerId: 'k-1', channel: 'phone', subject: 'Late', receivedBy: 'anna', ...data },
});

describe('CloudEvents', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const publish = (body: unknown, headers: Record<string, string>) => api.request('POST', '/events', { body, headers });

  it('takes one in structured mode, once', async () => {
    const first = await publish(opened('s-1'), STRUCTURED);
    expect(first).toMatchObject({ status: 201, body: { status: 'accepted', stream: 'complaint-s-1' } });
    expect(await publish(opened('s-1'), STRUCTURED)).toMatchObject({ status: 200, body: { status: 'known' } });
    const [event] = await readHistory(api.client, ['complaint-s-1']);
    expect(event).toMatchObject({
      type: 'ComplaintOpened',
      metadata: {
        commandId: '/shop/oxford-street opened-s-1',
        source: '/shop/oxford-street',
        actor: '/shop/oxford-street',
        occurredAt: '2024-05-01T09:30:00+08:00',
      },
    });
  });

  it('refuses other content under the same source and id', async () => {
    await publish(opened('s-2'), STRUCTURED);
    const other = await publish(opened('s-2', { subject: 'Broken' }), STRUCTURED);
    expect(other).toMatchObject({ status: 409, body: { type: 'urn:tenure:problem:command-id-reused' } });
  });

  it('refuses it for another record too, alone and within a batch', async () => {
    await publish(opened('s-3'), STRUCTURED);
    const other = { ...opened('s-4'), id: 'opened-s-3' };
    expect(await publish(other, STRUCTURED)).toMatchObject({ status: 409 });
    const batch = [opened('s-5'), { ...opened('s-6'), id: 'opened-s-5' }];
    expect(await publish(batch, BATCH)).toMatchObject({
      body: { results: [{ status: 201 }, { status: 409, problem: { type: 'urn:tenure:problem:command-id-reused' } }] },
    });
    expect(await readHistory(api.client, ['complaint-s-4', 'complaint-s-6'])).toEqual([]);
  });

  it('takes a corrected event under the id of a refused one', async () => {
    expect(await publish(opened('s-7', { channel: 'pigeon' }), STRUCTURED)).toMatchObject({ status: 422 });
    expect(await publish(opened('s-7'), STRUCTURED)).toMatchObject({ status: 201 });
  });

  it('takes one in binary mode', async () => {
    const { data, id, source, type, time } = opened('b-1');
    const headers = {
      'ce-specversion': '1.0',
      'ce-id': id,
      'ce-source': source,
      'ce-type': type,
      'ce-time': time,
      'ce-actor': 'anna',
    };
    expect(await publish(data, headers)).toMatchObject({ status: 201, body: { stream: 'complaint-b-1' } });
    const [event] = await readHistory(api.client, ['complaint-b-1']);
    expect(event?.metadata).toMatchObject({ actor: 'anna', occurredAt: time });
    expect(await publish(data, { ...headers, 'ce-time': 'noon' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'time' }] },
    });
  });

  it('answers a batch with a result for each, and goes on after a bad one', async () => {
    await publish(opened('m-known'), STRUCTURED);
    const answer = await publish(
      [
        opened('m-1'),
        { ...opened('m-2'), type: 'tenure.complaint.forgotten' },
        opened('m-3', { subject: 7 }),
        opened('m-known'),
        opened('m-known', { subject: 'Other' }),
        'no event',
        { ...opened('m-1'), id: 'closed-m-1', type: 'tenure.complaint.closed', data: { complaintId: 'm-1', by: 'bo' } },
        opened('m-4'),
      ],
      BATCH,
    );
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({
      accepted: 2,
      known: 1,
      rejected: 5,
      results: [
        { index: 0, id: 'opened-m-1', source: '/shop/oxford-street', status: 201, answer: { stream: 'complaint-m-1' } },
        { index: 1, status: 422, problem: { type: 'urn:tenure:problem:unknown-type', errors: [{ path: 'type' }] } },
        { index: 2, status: 422, problem: { errors: [{ path: 'data.subject' }] } },
        { index: 3, status: 200, answer: { status: 'known' } },
        { index: 4, status: 409, problem: { type: 'urn:tenure:problem:command-id-reused' } },
        { index: 5, status: 422, problem: { type: 'urn:tenure:problem:invalid-cloud-event' } },
        { index: 6, status: 409, problem: { type: 'urn:tenure:problem:complaint-not-resolved' } },
        { index: 7, status: 201 },
      ],
    });
    expect(answer.body['position']).toMatch(/^\d+$/);
  });

  it('takes events of one stream in the order of the batch', async () => {
    const on = (step: string, data: object) => ({
      ...opened('o-1'),
      id: `${step}-o-1`,
      type: `tenure.complaint.${step}`,
      data: { complaintId: 'o-1', by: 'bo', ...data },
    });
    const events = [
      opened('o-1'),
      on('accepted', {}),
      on('responded', { message: 'Hello' }),
      on('resolved', { remedy: 'refund' }),
      on('closed', {}),
      on('reopened', { reason: 'again' }),
    ];
    expect(await publish(events, BATCH)).toMatchObject({ status: 207, body: { accepted: 6, rejected: 0 } });
    const types = (await readHistory(api.client, ['complaint-o-1'])).map(({ type }) => type);
    expect(types.map((type) => type.replace('Complaint', ''))).toEqual([
      'Opened',
      'Accepted',
      'Responded',
      'Resolved',
      'Closed',
      'Reopened',
    ]);
  });

  it('takes a batch of nothing, and one larger than a single event may be', async () => {
    expect(await publish([], BATCH)).toMatchObject({ status: 207, body: { results: [] } });
    const many = Array.from({ length: 100 }, (_, at) => opened(`l-${at}`, { description: 'x'.repeat(19_000) }));
    expect(await publish(many, BATCH)).toMatchObject({ status: 207, body: { accepted: 100 } });
  });

  it.each([
    ['specversion', { specversion: '0.3' }],
    ['id', { id: undefined }],
    ['source', { source: 'with space' }],
    ['type', { type: 5 }],
    ['time', { time: '2262-04-12T00:00:00Z' }],
    ['time', { data: { ...opened('x').data, occurredAt: '2024-05-02T00:00:00Z' } }],
    ['data', { data: 'text' }],
    ['datacontenttype', { datacontenttype: 'text/xml' }],
    ['data_base64', { data: undefined, data_base64: 'e30=' }],
    ['Subject', { Subject: 'x' }],
  ])('names the wrong attribute: %s', async (path, wrong) => {
    const answer = await publish({ ...opened('wrong'), ...wrong }, STRUCTURED);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('refuses what is no CloudEvent', async () => {
    expect(await publish({}, {})).toMatchObject({ status: 415 });
    expect(await publish('<a/>', { 'content-type': 'application/cloudevents+xml' })).toMatchObject({ status: 415 });
    expect(await publish({}, BATCH)).toMatchObject({ status: 422 });
    expect(await publish('[{]', BATCH)).toMatchObject({ status: 400, body: { errors: [{ path: '[0]' }] } });
  });
});
