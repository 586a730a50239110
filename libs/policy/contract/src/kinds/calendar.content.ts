import { day, id, list, record, timeZone, words } from './schema.parts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local times `HH:MM` of one day, the end excluded; `24:00` is the end of the day. */
export type OpenInterval = readonly [from: string, to: string];

/** A day that differs from its weekday; without intervals it is closed. It wins over holidays and make-up days. */
export interface CalendarException {
  readonly day: string;
  readonly name: string;
  readonly intervals: readonly OpenInterval[];
}

/** When the time of a clock runs. */
export interface CalendarContent {
  /** IANA, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** `always` is 7×24: holidays don't close it. A day without intervals is closed. */
  readonly week: 'always' | Readonly<Record<Weekday, readonly OpenInterval[]>>;
  /** A policy of kind `holidays`; needs `makeUpDays`. */
  readonly holidaysId?: string;
  /** Hours of a make-up workday (调休), whatever its weekday. */
  readonly makeUpDays?: readonly OpenInterval[];
  readonly exceptions: readonly CalendarException[];
}

const interval = {
  type: 'array',
  items: { type: 'string', format: 'time-of-day' },
  minItems: 2,
  maxItems: 2,
};
const intervals = list(interval, 0, 48);

export const calendarSchema = record(
  {
    timeZone,
    week: {
      if: { type: 'string' },
      then: { const: 'always' },
      else: record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, intervals]))),
    },
    holidaysId: id,
    makeUpDays: intervals,
    exceptions: list(record({ day, name: words(200), intervals }), 0, 5_000),
  },
  ['holidaysId', 'makeUpDays'],
);
