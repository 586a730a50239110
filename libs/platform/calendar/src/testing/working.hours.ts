import type { CalendarDefinition, OpenInterval } from '../calendar.definition';

export const DAYTIME: readonly OpenInterval[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];

/** Monday to Friday, 7.5 hours a day in two parts. */
export const workingHours = (timeZone: string, more: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  timeZone,
  week: { monday: DAYTIME, tuesday: DAYTIME, wednesday: DAYTIME, thursday: DAYTIME, friday: DAYTIME },
  exceptions: [],
  ...more,
});

export const workingInChina = (more: Partial<CalendarDefinition> = {}): CalendarDefinition =>
  workingHours('Asia/Shanghai', { holidaysId: 'holidays-CN', makeUpDays: DAYTIME, ...more });
