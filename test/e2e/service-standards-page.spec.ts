import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCalendar, deadline, elapsed, localText, type Pause } from '@tenure/calendar';
import { readContent, type PolicyContents, type PolicyKind, type ServiceTarget } from '@tenure/policy-contract';

const ROOT = join(__dirname, '../..');

function contentOf<Kind extends PolicyKind>(kind: Kind, policyId: string): PolicyContents[Kind] {
  const file = join(ROOT, `libs/policy/service/defaults/${policyId}.policy.json`);
  const read = readContent(kind, (JSON.parse(readFileSync(file, 'utf8')) as { content: unknown }).content);
  if (read.flaw !== undefined) throw new Error(read.flaw);
  return read.content;
}

const standard = contentOf('service-standard', 'service-standard');
const holidays = contentOf('holidays', 'holidays-CN');

describe.each([
  ['docs/service-standards.md', { hours: 'h', always: 'around the clock', working: 'working hours', comma: ', ' }],
  ['docs/service-standards.zh.md', { hours: '小时', always: '7×24', working: '工作时间', comma: '、' }],
])('%s', (file, words) => {
  const page = readFileSync(join(ROOT, file), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  /** Condition aside, which is in words. */
  const cellsOf = ({ targetId, withinMinutes, calendarId, remindAtPercent }: ServiceTarget) => [
    `\`${targetId}\``,
    `${withinMinutes / 60} ${words.hours}`,
    calendarId === 'calendar-24x7' ? words.always : words.working,
    remindAtPercent.map((percent) => `${percent} %`).join(words.comma),
  ];

  it('has the targets of the standard that the platform comes with', () => {
    const shown = rows.filter((row) => row.length === 7).map(([, target, , ...more]) => [target, ...more.slice(0, 3)]);
    expect(shown.slice(2)).toEqual(standard.targets.map(cellsOf));
  });

  it('says what counts in the middle of a case', () => {
    for (const [change, rule] of Object.entries(standard.midCase)) {
      expect(page).toMatch(new RegExp(`\`${change}\`(: |：)${rule}`));
    }
  });

  const examples = [...page.matchAll(/^\$ npx tenure calendar (deadline|elapsed) (.+)\n(.+)$/gm)].map(
    ([, question = '', args = '', answer = '']) => [question, args, answer] as const,
  );

  it('has examples', () => expect(examples.length).toBeGreaterThan(4));

  it.each(examples)('counts as the platform does: %s %s', (question, args, answer) => {
    const { values } = parseArgs({ args: args.split(' '), options: OPTIONS });
    const { start = '', end = '', minutes = '', pause = [] } = values;
    const calendar = compileCalendar(contentOf('calendar', values.calendar ?? ''), holidays);
    const pauses = pause.map(pauseOf);
    if (question === 'deadline') {
      const due = deadline(start, Number(minutes) * 60, calendar, pauses);
      expect(due && localText(due.at, calendar)).toBe(answer);
    } else {
      const { seconds } = elapsed(start, end, calendar, pauses);
      expect(`${seconds} s = ${Math.floor(seconds / 3600)} h ${(seconds % 3600) / 60} min`).toBe(answer);
    }
  });
});

it('both pages have the same examples', () => {
  const commandsOf = (file: string) => readFileSync(join(ROOT, file), 'utf8').match(/^\$ .+$/gm);
  expect(commandsOf('docs/service-standards.zh.md')).toEqual(commandsOf('docs/service-standards.md'));
});

const OPTIONS = {
  calendar: { type: 'string' },
  start: { type: 'string' },
  end: { type: 'string' },
  minutes: { type: 'string' },
  pause: { type: 'string', multiple: true },
} as const;

function pauseOf(text: string): Pause {
  const [start = '', end = ''] = text.split('/');
  return end === '' ? { start } : { start, end };
}
