import { usePlatform } from '../testing/used.platform';

const CALL = {
  stepId: 'call',
  kind: 'task',
  assignee: 'person:service-lead',
  title: { zh: '致电客户', en: 'Call the customer' },
  dueHours: 24,
  next: 'end',
};

describe('tenure journeys', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    const content = {
      category: 'activation',
      trigger: { kind: 'stage-entered', stages: ['activation'] },
      reentry: { kind: 'never' },
      holdOutPercent: 0,
      outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 30 },
      start: 'call',
      steps: [CALL],
    };
    const title = { zh: '致电', en: 'A call' };
    await platform.post('/policies/first-call/drafts', { kind: 'journey', version: 1, title, content, by: 'li' });
    const effectiveFrom = new Date(Date.now() - 60_000).toISOString();
    await platform.post('/policies/first-call/publish', { version: 1, effectiveFrom, by: 'li' });
    await platform.post('/customers', { customerId: 'k-1', name: 'Tea', fieldSource: 'web-form' });
  });

  async function journeys(...args: readonly string[]): Promise<readonly string[]> {
    const { exitCode, printed, noted } = await platform.run('journeys', ...args);
    return exitCode === 0 ? printed : noted;
  }

  const listed = (lines: number, ...args: readonly string[]) =>
    platform.until(({ length }) => length === lines, 'journeys', ...args);

  it('show who is where, and what people have to do', async () => {
    const [, task = ''] = await listed(2, 'tasks', '--assignee', 'service-lead');
    expect(task).toMatch(/^\d{4}-\S+Z +k-1 +service-lead +\S+ +open +– +Call the customer$/);
    expect(await listed(2, 'runs', 'first-call', '--status', 'ended')).toEqual([
      expect.stringMatching(/^ENTERED +CUSTOMER +JOURNEY +STATUS +STEPS +NEXT +DUE$/),
      expect.stringMatching(/ k-1 +first-call 1 +completed +call +– +–$/),
    ]);
    const taskId = task.split(/ +/)[3] ?? '';
    expect(await journeys('done', taskId, '--customer', 'k-1', '--by', 'service-lead')).toEqual([`${taskId} is done`]);
    expect(await listed(1, 'tasks')).toHaveLength(1);
    expect((await listed(2, 'tasks', '--status', 'done'))[1]).toMatch(/ done +service-lead +Call the customer$/);
  });

  it('show what became of each, and say where that is not enough', async () => {
    const lines = await platform.until(/^first-call .* completed 1/m, 'journeys');
    expect(lines.find((line) => line.startsWith('first-call'))).toMatch(
      /^first-call +1 +0 +1 +0 +task 1 +completed 1 +–$/,
    );
    expect(await journeys('report', 'first-call')).toEqual([
      'first-call, version 1: ordered within 30 days of the entry',
      expect.stringMatching(/^GROUP +ENTERED +JUDGED +REACHED +SHARE$/),
      expect.stringMatching(/^treated +1 +0 +0 +–$/),
      expect.stringMatching(/^held out +0 +0 +0 +–$/),
      'Not enough data: nobody was left alone to compare with.',
    ]);
  });

  it('simulate one on what has been', async () => {
    const lines = await journeys('simulate', 'first-call');
    expect(lines).toContainEqual(expect.stringMatching(/^Would have reached 1 of 1 customers\. Entries: treated 1/));
    expect(lines).toContainEqual(expect.stringMatching(/^call +task +1 +–$/));
    expect(await journeys('report', 'none')).toContainEqual(expect.stringContaining('journey none'));
    expect(await journeys('runs')).toContainEqual(expect.stringContaining('name either a journey or'));
  });
});
