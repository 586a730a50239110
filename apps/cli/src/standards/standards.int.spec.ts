import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { usePlatform } from '../testing/used.platform';

const HOUR_MS = 3_600_000;
const agoHours = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** A complaint is answered within two hours, around the clock: of the default standard. */
describe('tenure standards and tenure cases', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    await open('late', agoHours(3));
    await open('fresh', agoHours(0.1));
    await platform.post('/complaints/fresh/acceptance', { by: 'anna', occurredAt: agoHours(0.05) });
    await open('answered', agoHours(5));
    await platform.post('/complaints/answered/responses', {
      by: 'anna',
      message: 'On its way',
      occurredAt: agoHours(4),
    });
    await platform.until(/late.*breached/, 'cases', 'list', '--clock', 'first-response');
    await platform.until(/1 +1 +50\.0 %/, 'standards', 'attainment', '--clock', 'first-response');
  });

  const open = (complaintId: string, occurredAt: string) =>
    platform.post('/complaints', {
      complaintId,
      customerId: 'k-1',
      channel: 'phone',
      subject: `Parcel is ${complaintId}`,
      receivedBy: 'anna',
      occurredAt,
    });

  it('shows what is promised to each tier', async () => {
    const { exitCode, printed } = await platform.run('standards');
    expect(exitCode).toBe(0);
    expect(printed[0]).toMatch(/version 1, in force from /);
    expect(printed.find((line) => line.startsWith('A '))).toContain('专属客户经理');
    expect(printed.find((line) => /^first-response +complaint/.test(line))).toMatch(/ 2 h +calendar-24x7/);
  });

  it('writes the table of service levels as CSV and XLSX', async () => {
    const [csv, xlsx] = ['levels.csv', 'levels.xlsx'].map((name) => join(platform.dataDir, name));
    const { printed, noted } = await platform.run('standards', '--csv', csv ?? '', '--xlsx', xlsx ?? '');
    expect([printed, noted]).toEqual([[], [`Written to ${csv}`, `Written to ${xlsx}`]]);
    const [header = '', first] = (await readFile(csv ?? '', 'utf8')).replace('\ufeff', '').split('\r\n');
    expect(header).toBe('客户等级,专属服务人员,响应时效,服务内容');
    expect(first).toMatch(/^A,专属客户经理,/);
    const sheet = await readSheet(xlsx ?? '');
    expect(sheet.map(([tier]) => tier)).toEqual(['客户等级', 'A', 'B', 'C']);
  });

  it('lists the queue with the time left, what is due first at the top', async () => {
    const { printed } = await platform.run('cases', '--clock', 'first-response');
    expect(printed.map((line) => / (late|fresh|answered) /.exec(line)?.[1])).toEqual([undefined, 'late', 'fresh']);
    expect(printed[1]).toMatch(/first-response: breached \+1 h/);
    expect(printed[2]).toMatch(/first-response: running, 1 h 5\d min/);
    const breached = await platform.run('cases', 'list', '--state', 'breached', '--owner', 'anna', '--json');
    const page = JSON.parse(breached.printed.join('\n')) as { items: { caseId: string }[] };
    expect(page.items.map(({ caseId }) => caseId)).toContain('late');
    expect((await platform.run('cases', 'list', '--owner', 'bo')).printed).toHaveLength(1);
  });

  it('shows a case with its steps, its clocks and what happened to them', async () => {
    const { printed } = await platform.run('cases', 'show', 'late');
    const text = printed.join('\n');
    expect(text).toMatch(/受理 Accept/);
    expect(text).toMatch(/^first-response +breached \+1 h.* 2 h +service-standard 1 +calendar-24x7 1$/m);
    expect(text).toMatch(/first-response +Started, within 2 h 开始计时，时限 2 小时/);
    expect(text).toMatch(/first-response +Breached.*超时/);
    expect((await platform.run('cases', 'show', 'nobody')).exitCode).toBe(1);
  });

  it('tells attainment, as judged then and restated under today’s standard', async () => {
    const both = ['standards', 'attainment', '--clock', 'first-response', '--by', 'kind,owner', '--view', 'both'];
    const { printed } = await platform.run(...both);
    expect(printed[1]).toMatch(/^first-response +anna +1 +1 +50\.0 % +1 +1 +50\.0 % +\+0\.0 %$/);
    await publishStricter();
    const again = await platform.run(...both);
    expect(again.printed[1]).toMatch(/^first-response +anna +1 +1 +50\.0 % +0 +2 +0\.0 % +-50\.0 %$/);
    const json = await platform.run(...both, '--json');
    expect(JSON.parse(json.printed.join('\n'))).toMatchObject({
      total: { judged: { met: 1, breached: 1 }, restated: { met: 0, breached: 2 }, difference: { attained: -0.5 } },
    });
    const month = await platform.run('standards', 'attainment', '--month', '2001-01');
    expect(month.printed).toHaveLength(1);
  });

  /** Complaints within half an hour from now on. */
  async function publishStricter(): Promise<void> {
    const { inForce } = (await (await fetch(`${platform.apiUrl}/policies/service-standard`)).json()) as {
      inForce: { title: object; content: { targets: { clock: string; withinMinutes: number }[] } };
    };
    const { title, content } = inForce;
    const targets = content.targets.map((target) =>
      target.clock === 'first-response' ? { ...target, withinMinutes: 30 } : target,
    );
    const step = { version: 2, by: 'dora' };
    const draft = { kind: 'service-standard', title, content: { ...content, targets } };
    await platform.post('/policies/service-standard/drafts', { ...step, ...draft });
    await platform.post('/policies/service-standard/publish', { ...step, effectiveFrom: new Date().toISOString() });
  }
});
