import type { CalendarDefinition, HolidayYears } from './calendar.definition';
import { flawsOf } from './calendar.flaws';
import { DayPlan } from './day.plan';
import { type Flaw, flawText } from './flaw';
import { flawsOfHolidays } from './holiday.flaws';
import { OpenSeconds } from './open.seconds';
import { PublishedYears } from './published.years';
import { yearOfSecond, zoneClock } from './zone.clock';

/** A calendar made ready to count with. Years are worked out when they are first asked for, so keep it. */
export class BusinessCalendar {
  readonly open: OpenSeconds;
  readonly #published: PublishedYears | undefined;

  constructor(
    readonly definition: CalendarDefinition,
    holidays: HolidayYears | undefined,
  ) {
    const hasHolidays = definition.holidaysId !== undefined && definition.week !== 'always';
    this.open = new OpenSeconds(
      new DayPlan(definition, hasHolidays ? holidays : undefined),
      zoneClock(definition.timeZone),
    );
    this.#published = hasHolidays ? new PublishedYears(holidays) : undefined;
  }

  /** Whether `[start, end)` (epoch seconds) touches a year of the calendar's time zone whose holidays are not published. */
  isProvisional(start: number, end: number): boolean {
    return (
      this.#published !== undefined && start < end && !this.#published.have(this.#year(start), this.#year(end - 1))
    );
  }

  /** Whether the holidays of a year are still to come. */
  isProvisionalYear(year: number): boolean {
    return this.#published !== undefined && !this.#published.have(year, year);
  }

  #year(second: number): number {
    return yearOfSecond(second + this.open.clock.offsetAt(second));
  }
}

/**
 * `holidays` are those that the definition's `holidaysId` names; without them every year counts as not published. Throws a RangeError
 * that lists every flaw (`flawsOf`, `flawsOfHolidays`) where there is one.
 */
export function compileCalendar(definition: CalendarDefinition, holidays?: HolidayYears): BusinessCalendar {
  refuse('calendar', flawsOf(definition));
  if (holidays !== undefined) refuse('holidays', flawsOfHolidays(holidays));
  return new BusinessCalendar(definition, holidays);
}

function refuse(subject: string, flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new RangeError(`Unusable ${subject}: ${flaws.map(flawText).join('; ')}`);
}
