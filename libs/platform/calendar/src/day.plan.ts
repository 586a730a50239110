import { type CalendarDefinition, type HolidayYears, type OpenInterval, WEEKDAYS } from './calendar.definition';
import { parseDay, weekdayIndex } from './civil.day';
import { type DayInterval, dayIntervals } from './day.interval';

/** Why a day has the hours it has. */
export type DayReason = 'weekday' | 'holiday' | 'make-up-day' | 'exception';

export interface PlannedDay {
  readonly reason: DayReason;
  /** Of the holiday or the exception. */
  readonly name?: string;
  readonly intervals: readonly DayInterval[];
}

const WHOLE_DAY: OpenInterval = ['00:00', '24:00'];

/** Which hours a day has: exceptions go before holidays and make-up workdays, these before the weekday. */
export class DayPlan {
  readonly #week: readonly PlannedDay[];
  readonly #days = new Map<number, PlannedDay>();

  constructor(definition: CalendarDefinition, holidays: HolidayYears | undefined) {
    const { week } = definition;
    this.#week = WEEKDAYS.map((day) => weekday(week === 'always' ? [WHOLE_DAY] : (week[day] ?? [])));
    if (holidays) this.#addHolidays(holidays, definition.makeUpDays);
    for (const { day, name, intervals } of definition.exceptions) {
      this.#days.set(parseDay(day) ?? 0, { reason: 'exception', name, intervals: dayIntervals(intervals) });
    }
  }

  /** `day` is days since 1970-01-01. */
  of(day: number): PlannedDay {
    return this.#days.get(day) ?? this.#ofWeek(weekdayIndex(day));
  }

  #addHolidays({ years }: HolidayYears, makeUpDays: readonly OpenInterval[] | undefined): void {
    const makeUp = makeUpDays ? dayIntervals(makeUpDays) : this.#ofWeek(0).intervals;
    for (const { day, name, isOffDay } of years.flatMap(({ days }) => days)) {
      const number = parseDay(day) ?? 0;
      if (isOffDay) this.#days.set(number, { reason: 'holiday', name, intervals: [] });
      else this.#days.set(number, { reason: 'make-up-day', name, intervals: makeUp });
    }
  }

  #ofWeek(index: number): PlannedDay {
    return this.#week[index] ?? weekday([]);
  }
}

const weekday = (intervals: readonly OpenInterval[]): PlannedDay => ({
  reason: 'weekday',
  intervals: dayIntervals(intervals),
});
