import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

describe('tenure calendar', () => {
  const platform = usePlatform();

  const calendar = (...args: readonly string[]) => platform.run('calendar', ...args);

  const working = ['--calendar', 'calendar-working-cn', '--start', '2025-09-30T17:00:00+08:00'];

  it('shows a month, and why a day is open or closed', async () => {
    const { printed } = await calendar('show', 'calendar-working-cn', '--month', '2025-10');
    expect(printed[0]).toBe('2025-10, calendar-working-cn version 1, holidays-CN version 1, Asia/Shanghai');
    expect(printed).toHaveLength(3 + 31);
    expect(printed).toContain('2025-10-01  wednesday  closed                   public holiday: 国庆节、中秋节');
    expect(printed).toContain('2025-10-11  saturday   09:00–12:00 13:00–18:00  make-up workday: 国庆节、中秋节');
    expect(printed).toContain('2025-10-13  monday     09:00–12:00 13:00–18:00  weekday');
  });

  it('tells deadlines and elapsed time', async () => {
    const due = await calendar('deadline', ...working, '--minutes', '120');
    expect(due).toEqual({
      exitCode: 0,
      printed: ['2025-10-09T10:00:00+08:00'],
      noted: ['By calendar-working-cn version 1, holidays-CN version 1, Asia/Shanghai'],
    });
    const pauses = [
      '--pause',
      '2025-09-30T17:30:00+08:00/2025-09-30T18:00:00+08:00',
      '--pause',
      '2025-10-09T17:30:30+08:00/',
    ];
    const elapsed = await calendar('elapsed', ...working, '--end', '2025-10-10T10:00:00+08:00', ...pauses);
    expect(elapsed.printed).toEqual(['28830 s = 8 h 0 min 30 s']);
    const open = await calendar('deadline', ...working, '--minutes', '6000', ...pauses);
    expect(open.printed).toEqual(['not known while the pause goes on']);
  });

  it('publishes a year, after which it is provisional no more', async () => {
    const newYear = ['show', 'calendar-working-cn', '--month', '2027-01', '--json'];
    const day = { date: '2027-01-01', name: '元旦', isOffDay: true };
    const [file, twice, empty] = ['2027.json', 'twice.json', 'empty.json'].map((name) => join(platform.dataDir, name));
    await writeFile(file ?? '', JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/2027'], days: [day] }));
    await writeFile(twice ?? '', JSON.stringify({ year: 2027, days: [day, day] }));
    await writeFile(empty ?? '', JSON.stringify({ year: 2027, days: [] }));
    const publish = (path: string | undefined, ...more: string[]) =>
      calendar('publish-holidays', path ?? '', '--by', 'anna', ...more);

    expect((await firstDay(newYear)).provisional).toBe(true);
    expect(await publish(empty)).toMatchObject({
      exitCode: 1,
      noted: ['empty.json has no days: the holidays of 2027 are not published yet'],
    });
    const refused = await publish(twice);
    expect(refused).toMatchObject({ exitCode: 1, printed: [] });
    expect(refused.noted[0]).toContain('2027-01-01');
    const drafted = await publish(file, '--draft');
    expect(drafted.printed.at(0)).toBe('2027 (new, 1 days) drafted as version 2 of holidays-CN');
    expect(drafted.printed.at(-1)).toBe('Not published');
    expect((await firstDay(newYear)).provisional).toBe(true);
    const published = await publish(file, '--effective-from', '2026-11-15T00:00:00+08:00');
    expect(published.printed.at(-1)).toBe('Published, effective from 2026-11-15T00:00:00+08:00');
    expect(await firstDay(newYear)).toMatchObject({ reason: 'holiday', name: '元旦', provisional: false });
    expect((await publish(file)).printed).toEqual(['holidays-CN version 2 says all of it already']);
  });

  async function firstDay(args: readonly string[]) {
    const { printed } = await calendar(...args);
    const { days } = JSON.parse(printed.join('\n')) as { days: readonly Readonly<Record<string, unknown>>[] };
    return days[0] ?? {};
  }
});
