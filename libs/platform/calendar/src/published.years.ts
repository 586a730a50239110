import type { HolidayYears } from './calendar.definition';
import { FIRST_YEAR, LAST_YEAR } from './open.seconds';

/** Which years have their holidays published. Asking costs the same for one year and for many. */
export class PublishedYears {
  /** How many years before the index's are not published. */
  readonly #missing: Int32Array;

  constructor(holidays: HolidayYears | undefined) {
    const published = new Set(holidays?.years.filter(({ days }) => days.length > 0).map(({ year }) => year));
    this.#missing = new Int32Array(LAST_YEAR - FIRST_YEAR + 2);
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const index = year - FIRST_YEAR;
      this.#missing[index + 1] = (this.#missing[index] ?? 0) + (published.has(year) ? 0 : 1);
    }
  }

  /** Whether every year from `first` to `last` is published. */
  have(first: number, last: number): boolean {
    return this.#missing[last - FIRST_YEAR + 1] === this.#missing[first - FIRST_YEAR];
  }
}
