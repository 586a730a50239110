import type { Series } from './series';

/** The sum of a window of so many days, as day after day passes and nothing new is counted. Asked very often: it makes no lists. */
export class WindowWalk {
  sum = 0;
  /** The next day with another sum; infinite where there is none. */
  nextOn = Infinity;
  /** Index of the first entry that is still in the window. */
  private leaves: number;
  /** Index of the first entry that is not yet in the window. */
  private enters: number;

  /** The search starts at the end: most of what is asked is about the last days of a long series. */
  constructor(
    private readonly series: Series = NOTHING,
    private readonly days: number,
    day: number,
  ) {
    let index = series.length;
    while (index > 0 && numberAt(series, index - 2) > day) index -= 2;
    this.enters = index;
    for (; index > 0 && numberAt(series, index - 2) + days > day; index -= 2) this.sum += numberAt(series, index - 1);
    this.leaves = index;
    this.lookAhead();
  }

  goTo(day: number): void {
    if (day < this.nextOn) return;
    const { series, days } = this;
    const { length } = series;
    for (; this.enters < length && numberAt(series, this.enters) <= day; this.enters += 2) {
      this.sum += numberAt(series, this.enters + 1);
    }
    for (; this.leaves < length && numberAt(series, this.leaves) + days <= day; this.leaves += 2) {
      this.sum -= numberAt(series, this.leaves + 1);
    }
    this.lookAhead();
  }

  private lookAhead(): void {
    const { series, days, leaves, enters } = this;
    const leavesOn = leaves < series.length ? numberAt(series, leaves) + days : Infinity;
    const entersOn = enters < series.length ? numberAt(series, enters) : Infinity;
    this.nextOn = leavesOn < entersOn ? leavesOn : entersOn;
  }
}

const NOTHING: Series = [];
const numberAt = (series: Series, index: number): number => series[index] ?? NaN;
