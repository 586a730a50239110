import type { CalendarDefinition, HolidayYears, OpenInterval, Weekday, WeeklyHours } from '../calendar.definition';

interface PausedSeconds {
  readonly start: number;
  readonly end?: number;
}

/**
 * Business time by its definition: every second of the span is looked at on the wall's clock of the zone, written out, and compared with the
 * hours as they are written. Shares nothing with the calendar but its definition.
 */
export class SlowCount {
  readonly #format: Intl.DateTimeFormat;
  readonly #openMinutes = new Map<number, boolean>();

  constructor(
    readonly definition: CalendarDefinition,
    readonly holidays: HolidayYears | undefined,
  ) {
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: definition.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  }

  /** Epoch seconds. */
  elapsed(start: number, end: number, pauses: readonly PausedSeconds[] = []): number {
    let seconds = 0;
    for (let second = start; second < end; second++) if (this.counts(second, pauses)) seconds++;
    return seconds;
  }

  /** The first moment by which `seconds` have been counted; `undefined` where there is none before `limit`. */
  deadline(start: number, seconds: number, limit: number, pauses: readonly PausedSeconds[] = []): number | undefined {
    let left = seconds;
    for (let second = start; second < limit; second++) {
      if (left === 0) return second;
      if (this.counts(second, pauses)) left--;
    }
    return left === 0 ? limit : undefined;
  }

  counts(second: number, pauses: readonly PausedSeconds[]): boolean {
    const paused = pauses.some(({ start, end }) => second >= start && (end === undefined || second < end));
    return !paused && this.isOpen(second);
  }

  /** Hours are whole minutes, and no zone has changed its clocks within one since 1972. */
  isOpen(second: number): boolean {
    const minute = Math.floor(second / 60);
    const known = this.#openMinutes.get(minute);
    if (known !== undefined) return known;
    const [day = '', clock = ''] = this.#format.format(minute * 60_000).split(' ');
    const open = this.#hours(day).some(([from, to]) => from <= clock && clock < to);
    this.#openMinutes.set(minute, open);
    return open;
  }

  #hours(day: string): readonly OpenInterval[] {
    const exception = this.definition.exceptions.find((one) => one.day === day);
    if (exception) return exception.intervals;
    if (this.definition.week === 'always') return [['00:00', '24:00']];
    return this.#hoursOfHoliday(day, this.definition.week) ?? this.definition.week[weekdayOf(day)] ?? [];
  }

  #hoursOfHoliday(day: string, week: WeeklyHours): readonly OpenInterval[] | undefined {
    const holiday = this.holidays?.years.flatMap(({ days }) => days).find((one) => one.day === day);
    if (!holiday || this.definition.holidaysId === undefined) return undefined;
    return holiday.isOffDay ? [] : (this.definition.makeUpDays ?? week.monday ?? []);
  }
}

const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const weekdayOf = (day: string): Weekday => NAMES[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? 'sunday';
