/** By which calendar the API has worked an answer out. */
export interface CalendarUsed {
  readonly calendarId: string;
  readonly version: number;
  readonly holidays: { readonly policyId: string; readonly version: number } | null;
  readonly timeZone: string;
}

export interface CalendarDay {
  readonly day: string;
  readonly weekday: string;
  readonly reason: 'weekday' | 'holiday' | 'make-up-day' | 'exception';
  readonly name?: string;
  readonly hours: readonly (readonly [from: string, to: string])[];
  readonly provisional: boolean;
}

export interface CalendarMonth extends CalendarUsed {
  readonly month: string;
  readonly days: readonly CalendarDay[];
}

export interface Deadline extends CalendarUsed {
  readonly dueAt: string | null;
  readonly provisional: boolean;
}

export interface Elapsed extends CalendarUsed {
  readonly seconds: number;
  readonly provisional: boolean;
}

export function usedText({ calendarId, version, holidays, timeZone }: CalendarUsed): string {
  const holidaysText = holidays ? `, ${holidays.policyId} version ${holidays.version}` : '';
  return `${calendarId} version ${version}${holidaysText}, ${timeZone}`;
}

/** For notes below an answer. */
export const PROVISIONAL =
  'Provisional: the holidays of a year in it are not published yet, so there the week alone was counted.';
