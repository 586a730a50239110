/** How many on each day, days being counted from 1970-01-01: asked often for sums over many days, and added to mostly at the end. */
export class DayCounts {
  /** Days on which there were some, ascending, and how many there were up to and including each. */
  readonly #days: number[] = [];
  readonly #sums: number[] = [];

  add(day: number, count: number): void {
    const last = this.#days.length - 1;
    const place = last < 0 || day > (this.#days[last] ?? 0) ? last + 1 : this.#placeOf(day);
    if (this.#days[place] !== day) {
      this.#days.splice(place, 0, day);
      this.#sums.splice(place, 0, this.#sums[place - 1] ?? 0);
    }
    for (let index = place; index < this.#sums.length; index++) this.#sums[index] = (this.#sums[index] ?? 0) + count;
  }

  /** From a day up to, not including, another. */
  between(from: number, until: number): number {
    return until <= from ? 0 : this.#before(until) - this.#before(from);
  }

  on(day: number): number {
    return this.between(day, day + 1);
  }

  /** Days from one on that have any, ascending. */
  daysFrom(from: number): readonly number[] {
    return this.#days.slice(this.#placeOf(from)).filter((day) => this.on(day) > 0);
  }

  /** Undefined while there were none. */
  get firstDay(): number | undefined {
    return this.#days[0];
  }

  get lastDay(): number | undefined {
    return this.#days.at(-1);
  }

  #before(day: number): number {
    const last = this.#days.length - 1;
    if (last < 0) return 0;
    if (day > (this.#days[last] ?? 0)) return this.#sums[last] ?? 0;
    return this.#sums[this.#placeOf(day) - 1] ?? 0;
  }

  /** Of the first day that is not before this one. */
  #placeOf(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
