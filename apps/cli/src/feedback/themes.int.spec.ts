import { usePlatform } from '../testing/used.platform';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2024-01-01T09:00:00+08:00');
const at = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString();

/** One late delivery in three days, and six a day at the end. */
describe('tenure feedback, on themes', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    const before = Array.from({ length: 34 }, (_third, third) => third * 3);
    await Promise.all(before.map((day) => complain(`c-${day}`, day, '物流太慢，一直没收到货', 'shoes')));
    const after = [98, 99, 100, 101].flatMap((day) => [1, 2, 3, 4, 5, 6].map((number) => ({ day, number })));
    await Promise.all(
      after.map(({ day, number }) => complain(`d-${day}-${number}`, day, 'Delivered late again', 'hats')),
    );
  });

  async function complain(complaintId: string, day: number, subject: string, product: string): Promise<void> {
    const about = { complaintId, customerId: `k-${complaintId}`, channel: 'email', subject, product, receivedBy: 'bo' };
    await platform.post('/complaints', { ...about, occurredAt: at(day) });
  }

  async function tenure(...args: readonly string[]) {
    const { printed, noted } = await platform.run(...args);
    return { text: printed.join('\n'), noted: noted.join('\n') };
  }

  const soon = async (expected: RegExp, ...args: readonly string[]) =>
    (await platform.until(expected, ...args)).join('\n');

  it('says why a text has a theme, and takes a correction', async () => {
    const text = await soon(/late-delivery/, 'feedback', 'why', 'complaint', 'c-0');
    expect(text).toMatch(/^themes: late-delivery$/m);
    expect(text).toMatch(/“物流慢”|“没收到货”/);
    const { noted } = await tenure('feedback', 'correct', 'complaint', 'c-0', 'unheard-of', '--by', 'anna');
    expect(noted).toMatch(/unheard-of/);
    const done = await tenure(
      'feedback',
      'correct',
      'complaint',
      'c-0',
      'slow-response',
      '--by',
      'anna',
      '--why',
      'was a call',
    );
    expect(done.text).toBe('complaint c-0 is about slow-response now');
    expect(await soon(/slow-response/, 'feedback', 'why', 'complaint', 'c-0')).toMatch(
      /corrected by anna .*\(was a call\)/,
    );
    expect((await tenure('feedback', 'texts', '--theme', 'slow-response')).text).toMatch(/c-0 /);
    expect((await tenure('feedback', 'why', 'complaint', 'nowhere')).noted).toMatch(/No complaint nowhere/);
    expect((await tenure('feedback', 'why', 'letter', 'c-0')).noted).toMatch(/source must be one of/);
  });

  it('counts themes by month, and shows what is watched', async () => {
    const months = await soon(/2024-04 +complaint +late-delivery/, 'feedback', 'themes', '--to', at(120));
    expect(months).toMatch(/2024-04 .* 100\.0 %/);
    await soon(/^theme +late-delivery .* yes/m, 'feedback', 'rises', '--at', at(101));
  });

  it('opens a problem where complaints rise, whose cases they are', async () => {
    // Nobody had complained of hats before: that shows first, and late deliveries turn out to be the same complaints.
    const [problemId = ''] = /found\.\S+/.exec(await soon(/found\./, 'problems')) ?? [];
    expect(problemId).toMatch(/^found\.product\.hats\.2024-04-/);
    const shown = await soon(/"themeId": "late-delivery"[\s\S]*"priority": "/, 'problems', 'show', problemId, '--json');
    expect(shown).toContain('evidence');
    const traced = await soon(new RegExp(problemId.replaceAll('.', '\\.')), 'cases', 'trace', 'd-101-6', '--json');
    expect(traced).toContain('late-delivery');
  });
});
