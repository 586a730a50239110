import type { Series } from './series';

/** The sum of a window of so many days, as day after day passes and nothing new is counted. */
export class WindowWalk {
  sum = 0;
  /** Index of the first entry that is still in the window. */
  #leaves = 0;
  /** Index of the first entry that is not yet in the window. */
  #enters = 0;

  constructor(
    private readonly series: Series = [],
    private readonly days: number,
    day: number,
  ) {
    this.goTo(day);
  }

  /** The next day with another sum; infinite where there is none. */
  get nextOn(): number {
    return Math.min((this.series[this.#leaves] ?? Infinity) + this.days, this.series[this.#enters] ?? Infinity);
  }

  goTo(day: number): void {
    const { series, days } = this;
    for (; (series[this.#enters] ?? Infinity) <= day; this.#enters += 2) this.sum += series[this.#enters + 1] ?? 0;
    for (; (series[this.#leaves] ?? Infinity) + days <= day; this.#leaves += 2)
      this.sum -= series[this.#leaves + 1] ?? 0;
  }
}
