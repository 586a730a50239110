import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { shown } from '../queries/answer.text';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { PROVISIONAL, usedText, type CalendarDay, type CalendarMonth } from './calendar.answers';

interface Options {
  readonly month?: string;
  readonly at?: string;
  readonly json?: boolean;
}

export function describeShow(calendar: Command, terminal: Terminal): void {
  calendar
    .command('show [calendar-id]')
    .description('List the calendars, or show a month of one: which days are open, and why.')
    .option('--month <month>', 'such as 2026-10; this month, where it is left out')
    .option('--at <time>', 'as it is in force at this time, such as 2026-06-01T00:00:00Z')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .action(async (calendarId: string | undefined, { month, at, json }: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      if (calendarId === undefined) {
        const calendars = await api.get<readonly ListedCalendar[]>('/policies', { kind: 'calendar', at });
        return print(json ? undefined : textTable(CALENDARS, calendars), calendars, terminal);
      }
      const path = `/calendars/${encodeURIComponent(calendarId)}/days`;
      const days = await api.get<CalendarMonth>(path, { month: month ?? new Date().toISOString().slice(0, 7), at });
      print(json ? undefined : monthLines(days), days, terminal);
      if (json || days.days.every(({ provisional }) => !provisional)) return;
      terminal.note(terminal.colours.dim(PROVISIONAL));
    });
}

function print(lines: readonly string[] | undefined, answer: object, terminal: Terminal): void {
  for (const line of lines ?? [JSON.stringify(answer, undefined, 2)]) terminal.print(line);
}

interface ListedCalendar {
  readonly policyId: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly inForceVersion: number | null;
}

const CALENDARS = [
  { title: 'CALENDAR', value: ({ policyId }: ListedCalendar) => shown(policyId) },
  { title: 'VERSION', value: ({ inForceVersion }: ListedCalendar) => shown(inForceVersion), alignRight: true },
  { title: 'TITLE', value: ({ title }: ListedCalendar) => shown(`${title.en} ${title.zh}`) },
];

const monthLines = (month: CalendarMonth): readonly string[] => [
  `${month.month}, ${usedText(month)}`,
  '',
  ...textTable(DAYS, month.days),
];

const DAYS = [
  { title: 'DAY', value: ({ day }: CalendarDay) => day },
  { title: 'WEEKDAY', value: ({ weekday }: CalendarDay) => weekday },
  {
    title: 'OPEN',
    value: ({ hours }: CalendarDay) => hours.map(([from, to]) => `${from}–${to}`).join(' ') || 'closed',
  },
  { title: 'WHY', value: (day: CalendarDay) => `${whyText(day)}${day.provisional ? ' (provisional)' : ''}` },
];

function whyText({ reason, name }: CalendarDay): string {
  const named = name === undefined ? '' : `: ${shown(name)}`;
  switch (reason) {
    case 'weekday':
      return 'weekday';
    case 'holiday':
      return `public holiday${named}`;
    case 'make-up-day':
      return `make-up workday${named}`;
    case 'exception':
      return `exception${named}`;
  }
}
