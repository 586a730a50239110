import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAutomation } from '@tenure/automation';
import { found } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { startTestApi, type TestApi } from './testing/api.fixture';

type Automation = Awaited<ReturnType<typeof startAutomation>>;

describe('notices over HTTP', () => {
  let api: TestApi;
  let automation: Automation;
  let folder: string;
  const logged: string[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    folder = await mkdtemp(join(tmpdir(), 'tenure-notices-'));
    const { client, dataSource } = api;
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    const now = () => new Date().toISOString();
    const notices = { folder, from: 'tenure@example.com' };
    api.time.now = now();
    automation = await startAutomation({ client, dataSource, log, now, notices });
    for (const number of [1, 2, 3]) {
      await offer(`c-${number}`, 'service-lead');
      // One after the other, so that none is issued in the same millisecond as another.
      await read({ recipient: 'service-lead' }, number);
    }
    await offer('c-4', 'bo');
    await read({ recipient: 'bo' }, 1);
  });
  afterAll(async () => {
    await automation.close();
    await api.close();
    await rm(folder, { recursive: true });
    expect(logged).toEqual([]);
  });

  async function offer(complaintId: string, to: string): Promise<void> {
    const opening = { complaintId, customerId: 'k-1', channel: 'phone', subject: 'Late', receivedBy: 'anna' };
    await api.write('/complaints', opening);
    await api.write(`/complaints/${complaintId}/hand-over-offer`, { to });
  }

  interface Item {
    readonly noticeId: string;
    readonly caseId: string;
    readonly deliveries: readonly { readonly status: string }[];
  }

  /** As soon as there are so many, and all have arrived. */
  async function read(query: Record<string, string>, count: number) {
    const find = async () => {
      const { status, body } = await api.read('/notices', query);
      const items = (body['items'] ?? []) as readonly Item[];
      const arrived = items.every(({ deliveries }) => deliveries.every((delivery) => delivery.status === 'delivered'));
      return status === 200 && items.length === count && arrived ? { ...body, items } : undefined;
    };
    return found(find, () => `${count} notices: ${logged.join('')}`);
  }

  it('are in the inbox of whoever they are for, in the language that the person reads', async () => {
    const { items } = await read({ recipient: 'service-lead', caseId: 'c-2' }, 1);
    expect(items).toMatchObject([
      {
        recipient: 'service-lead',
        template: 'complaint-hand-over-offered',
        customerId: 'k-1',
        caseId: 'c-2',
        readAt: null,
        texts: [{ language: 'zh', subject: 'anna 请您接手工单 c-2', body: expect.stringContaining('GMT+8') }],
        deliveries: [{ channel: 'inbox', status: 'delivered', attempts: 1 }],
      },
    ]);
  });

  it('are in both languages for whoever is not known', async () => {
    const { items } = await read({ recipient: 'bo' }, 1);
    expect(items).toMatchObject([
      { texts: [{ language: 'zh' }, { language: 'en', subject: 'anna asks you to take over case c-4' }] },
    ]);
  });

  it('come page by page, the newest first', async () => {
    const first = await api.read('/notices', { recipient: 'service-lead', limit: '2' });
    expect(first.body).toMatchObject({ items: [{ caseId: 'c-3' }, { caseId: 'c-2' }], unread: 3 });
    const cursor = String(first.body['next']);
    const second = await api.read('/notices', { recipient: 'service-lead', limit: '2', cursor });
    expect(second.body).toEqual({ items: [expect.objectContaining({ caseId: 'c-1' })], unread: 3 });
  });

  it('are read once, by whom they are for', async () => {
    const { items } = await read({ recipient: 'service-lead', caseId: 'c-1' }, 1);
    const path = `/notices/${items[0]?.noticeId}/read`;
    expect(await api.request('POST', path, { body: { by: 'bo' } })).toMatchObject({
      status: 403,
      body: { type: 'urn:tenure:problem:notice-for-somebody-else' },
    });
    const waitFor = await api.write(path, { by: 'service-lead' });
    expect(await api.request('POST', path, { body: { by: 'service-lead' } })).toMatchObject({ status: 200 });
    const unread = await api.read('/notices', { recipient: 'service-lead', unread: 'only', waitFor });
    expect(unread.body).toMatchObject({ items: [{ caseId: 'c-3' }, { caseId: 'c-2' }], unread: 2 });
    expect(await api.request('POST', '/notices/n-0/read', { body: { by: 'bo' } })).toMatchObject({ status: 404 });
  });

  it('refuse what makes no sense', async () => {
    expect(await api.read('/notices', { unread: 'yes' })).toMatchObject({ status: 400 });
    expect(await api.read('/notices', { recipient: '../etc' })).toMatchObject({ status: 400 });
    expect(await api.read('/notices', { cursor: 'bm9uZQ' })).toMatchObject({ status: 400 });
  });
});
