/** `[from, to)` on the clock of the wall as `HH:MM`; `24:00` is the end of the day. Over midnight takes two: one each day. */
export type OpenInterval = readonly [from: string, to: string];

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A weekday that is left out is closed. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, readonly OpenInterval[]>>>;

/** A day that goes neither by its weekday nor by the holidays. Without intervals it is closed. */
export interface CalendarException {
  /** `YYYY-MM-DD` in the calendar's time zone. */
  readonly day: string;
  readonly name: string;
  readonly intervals: readonly OpenInterval[];
}

/** When work is done. `always` is around the clock, seven days a week, whatever the holidays. */
export interface CalendarDefinition {
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly week: WeeklyHours | 'always';
  /** Whose public holidays close the calendar and whose make-up workdays open it. Without it there are none. */
  readonly holidaysId?: string;
  /** Hours of a workday that makes up for a holiday (调休), whatever its weekday; Monday's hours where left out. */
  readonly makeUpDays?: readonly OpenInterval[];
  readonly exceptions: readonly CalendarException[];
}

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly name: string;
  /** `false` is a workday that makes up for a holiday. */
  readonly isOffDay: boolean;
}

export interface HolidayYear {
  readonly year: number;
  /** Empty until the year is published. May hold days of the end of the year before, as the official papers do. */
  readonly days: readonly Holiday[];
}

export interface HolidayYears {
  /** ISO 3166, such as `CN`. */
  readonly region: string;
  readonly years: readonly HolidayYear[];
}
