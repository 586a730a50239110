import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAutomation } from '@tenure/automation';
import { found } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { startTestApi, type TestApi } from './testing/api.fixture';

type Automation = Awaited<ReturnType<typeof startAutomation>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('journeys over HTTP, on the whole platform', () => {
  let api: TestApi;
  let automation: Automation;
  let folder: string;
  const logged: string[] = [];
  /** From noon of tomorrow in Shanghai, when customers may be written to. */
  const aheadMs = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 4 * HOUR_MS - Date.now();
  const now = () => new Date(Date.now() + aheadMs).toISOString();

  beforeAll(async () => {
    api = await startTestApi();
    folder = await mkdtemp(join(tmpdir(), 'tenure-journeys-'));
    const { client, dataSource } = api;
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    api.time.now = now();
    const notices = { folder, from: 'Tenure <tenure@example.com>' };
    automation = await startAutomation({ client, dataSource, log, now, notices });
    await api.write('/customers', { customerId: 'k-1', name: 'Tea & Co', fieldSource: 'web-form' });
    const contact = { name: 'Ann', role: 'purchasing-lead', email: 'ann@tea.example', fieldSource: 'web-form' };
    await api.write('/customers/k-1/contacts/lead', contact, 'PUT');
  });
  afterAll(async () => {
    await automation.close();
    await api.close();
    await rm(folder, { recursive: true });
    expect(logged).toEqual([]);
  });

  type Item = Readonly<Record<string, unknown>>;

  async function items(
    path: string,
    query: Readonly<Record<string, string>>,
    isSo: (items: readonly Item[]) => boolean,
  ) {
    let body: Item = {};
    const find = async () => {
      ({ body } = await api.read(path, query));
      const items = (body['items'] ?? Object.values(body)) as readonly Item[];
      return isSo(items) ? items : undefined;
    };
    return found(find, () => `${path}: ${JSON.stringify(body)} ${logged.join('')}`);
  }

  it('welcome a customer who was registered', async () => {
    const [run] = await items('/customers/k-1/journeys', {}, ([first]) => first?.['nextStepId'] === 'guide');
    expect(run).toMatchObject({
      journeyId: 'journey-activation',
      group: 'treated',
      status: 'active',
      steps: [
        { stepId: 'welcome', kind: 'message' },
        { stepId: 'two-days', kind: 'wait' },
      ],
    });
    await items('/notices', { to: 'customers', customerId: 'k-1' }, ([first]) =>
      JSON.stringify(first?.['deliveries'] ?? []).includes('"status":"delivered"'),
    );
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: .*<ann@tea\.example>\r$/m);
    expect((await api.read('/notices')).body).toMatchObject({ items: [] });
  });

  it('give people tasks, and customers vouchers that the ledger has', async () => {
    const both = (text: string) => ({ zh: text, en: text });
    const content = {
      category: 'activation',
      trigger: { kind: 'stage-entered', stages: ['activation'] },
      reentry: { kind: 'never' },
      holdOutPercent: 0,
      outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 2 },
      start: 'call',
      steps: [
        {
          stepId: 'call',
          kind: 'task',
          assignee: 'person:service-lead',
          title: both('Call {customer.name}'),
          dueHours: 24,
          next: 'gift',
        },
        {
          stepId: 'gift',
          kind: 'voucher',
          value: { percent: 10 },
          validDays: 30,
          subject: both('A gift'),
          body: both('Your code is {voucher.code}.'),
          next: 'end',
        },
      ],
    };
    const draft = { kind: 'journey', version: 1, title: both('Gift'), content, by: 'li' };
    await api.write('/policies/gift/drafts', draft);
    await api.write('/policies/gift/publish', { version: 1, effectiveFrom: '2024-01-01T00:00:00Z', by: 'li' });
    const contact = { name: 'Bo', role: 'purchasing-lead', email: 'bo@ink.example', fieldSource: 'web-form' };
    await api.write('/customers', { customerId: 'k-2', name: 'Ink', fieldSource: 'web-form' });
    await api.write('/customers/k-2/contacts/lead', contact, 'PUT');
    await api.write('/customers/k-2/consents/email/marketing', { granted: true, by: 'anna' }, 'PUT');
    await items('/journeys/gift/runs', {}, ([run]) => run?.['endedBecause'] === 'completed');
    const [voucher] = await items('/vouchers', { customerId: 'k-2' }, ([first]) => first !== undefined);
    await items('/notices', { to: 'customers', customerId: 'k-2' }, (all) =>
      JSON.stringify(all).includes(`Your code is ${String(voucher?.['code'])}.`),
    );
    const [task] = await items('/journeys/tasks', { assignee: 'service-lead', status: 'open' }, ([one]) => !!one);
    expect(task).toMatchObject({ customerId: 'k-2', title: { en: 'Call Ink' }, journeyId: 'gift' });
    const path = `/customers/k-2/journey-tasks/${String(task?.['taskId'])}/done`;
    const waitFor = await api.write(path, { by: 'service-lead', note: 'Likes tea.' });
    expect(await api.request('POST', path, { body: { by: 'bo' } })).toMatchObject({ status: 409 });
    const { body } = await api.read('/journeys/tasks', { status: 'done', waitFor });
    expect(body).toMatchObject({ items: [{ doneBy: 'service-lead', note: 'Likes tea.' }] });
  });

  it('are listed with what they came to, and say so where that is not enough to conclude from', async () => {
    const listed = Object.values((await api.read('/journeys')).body) as readonly Item[];
    const gift = listed.find(({ journeyId }) => journeyId === 'gift');
    expect(gift).toMatchObject({ version: 1, treated: 1, active: 0, steps: { task: 1, voucher: 1 } });
    expect((await api.read('/journeys/gift/report')).body).toMatchObject({
      journeyId: 'gift',
      version: 1,
      measure: 'ordered',
      treated: { entered: 1, judged: 0, reached: 0 },
      heldOut: { entered: 0 },
      verdict: 'not-enough-data',
      because: 'nobody-held-out',
    });
  });

  it('refuse what makes no sense', async () => {
    expect(await api.read('/journeys/none/report')).toMatchObject({ status: 404 });
    expect(await api.read('/journeys/gift/report', { version: '7' })).toMatchObject({ status: 404 });
    expect(await api.read('/journeys/gift/report', { version: 'x' })).toMatchObject({ status: 400 });
    expect(await api.read('/journeys/gift/runs', { status: 'lost' })).toMatchObject({ status: 400 });
    const none = '/customers/k-2/journey-tasks/none/done';
    expect(await api.request('POST', none, { body: { by: 'bo' } })).toMatchObject({ status: 404 });
  });
});
