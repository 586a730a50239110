import type { DayPlan } from './day.plan';
import { type OpenYear, openYear } from './open.year';
import { yearOfSecond, type ZoneClock } from './zone.clock';

interface CountedYear extends OpenYear {
  /** Open seconds from the beginning of the first year that was ever asked for; negative before it. */
  readonly base: number;
}

/** A margin around the instants that the platform takes, so that a deadline may lie a little beyond. */
export const FIRST_YEAR = 1899;
export const LAST_YEAR = 2209;

/**
 * Counts open seconds. A year is compiled when it is first met, with those between it and the others; after that a question costs
 * two binary searches, however far its ends lie apart.
 */
export class OpenSeconds {
  readonly #years: CountedYear[] = [];
  #first = 0;

  constructor(
    readonly plan: DayPlan,
    readonly clock: ZoneClock,
  ) {}

  /** Open seconds before a moment, counted from a zero that stays the same. Epoch seconds; whole. */
  before(second: number): number {
    const { base, starts, ends, before } = this.#year(yearOfSecond(second));
    const index = lastAtMost(starts, second);
    if (index < 0) return base;
    return base + (before[index] ?? 0) + Math.min(second, ends[index] ?? 0) - (starts[index] ?? 0);
  }

  /** The first moment before which `count` open seconds lie, which is the end of an interval rather than the next one's start. */
  moment(count: number, from: number): number {
    const { base, starts, before } = this.#yearThatReaches(count, yearOfSecond(from));
    const index = lastAtMost(before, count - base - 1);
    return (starts[index] ?? 0) + (count - base) - (before[index] ?? 0);
  }

  /** The first year from `first` on by whose end so many open seconds have passed. */
  #yearThatReaches(count: number, first: number): CountedYear {
    const known = this.#year(first);
    if (reaches(known, count)) return known;
    let [low, high] = [first - this.#first, this.#years.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const compiled = this.#years[middle];
      if (compiled && reaches(compiled, count)) high = middle;
      else low = middle + 1;
    }
    let year = this.#first + low;
    while (!reaches(this.#year(year), count)) year++;
    return this.#year(year);
  }

  #year(year: number): CountedYear {
    const known = this.#years[year - this.#first];
    if (known) return known;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RangeError(`Business time is known from ${FIRST_YEAR} to ${LAST_YEAR}, not in ${year}`);
    }
    return this.#extendTo(year);
  }

  #extendTo(year: number): CountedYear {
    if (this.#years.length === 0) this.#first = year;
    while (year < this.#first) this.#prepend(this.#first - 1);
    while (year >= this.#first + this.#years.length) this.#append(this.#first + this.#years.length);
    return this.#year(year);
  }

  #append(year: number): void {
    const last = this.#years.at(-1);
    this.#years.push({ ...this.#compile(year), base: last ? last.base + last.total : 0 });
  }

  #prepend(year: number): void {
    const open = this.#compile(year);
    this.#years.unshift({ ...open, base: (this.#years[0]?.base ?? 0) - open.total });
    this.#first = year;
  }

  #compile(year: number): OpenYear {
    return openYear(this.plan, this.clock.spansOf(year));
  }
}

/** Index of the last that is not above, or −1. */
function lastAtMost(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const reaches = ({ base, total }: CountedYear, count: number): boolean => base + total >= count;
