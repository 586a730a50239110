/** Amounts by day, as `[day, amount, day, amount, …]` with ascending days since 1970-01-01; the newest 180 days of it. */
export type Series = readonly number[];

/** The longest window that facts look at, in days. */
export const LONGEST_WINDOW = 180;

/**
 * The series with an amount more on a day. What no window that ends at its newest day or later can see is left out; so
 * the order of additions does not matter. A day's amount may come back to 0, and the day stays.
 */
export function added(series: Series = [], day: number, amount: number): Series {
  const after = [...series];
  addInto(after, day, amount);
  return after;
}

/** The same to the series itself. */
export function addInto(series: number[], day: number, amount: number): void {
  const newest = series.length === 0 ? -Infinity : numberAt(series, series.length - 2);
  if (day <= newest - LONGEST_WINDOW) return;
  const outdated = firstAfter(series, Math.max(newest, day) - LONGEST_WINDOW);
  if (outdated > 0) series.splice(0, outdated);
  if (day > newest) series.push(day, amount);
  else addWithin(series, day, amount);
}

/** The search starts at the end, where nearly every event of a history in order belongs. */
function addWithin(series: number[], day: number, amount: number): void {
  let index = series.length - 2;
  while (index >= 0 && numberAt(series, index) > day) index -= 2;
  if (numberAt(series, index) === day) series[index + 1] = numberAt(series, index + 1) + amount;
  else series.splice(index + 2, 0, day, amount);
}

/** Of the days from `from` to `to`, both of them included. */
export function sumBetween(series: Series | undefined, from: number, to: number): number {
  if (series === undefined) return 0;
  let sum = 0;
  for (let index = series.length - 2; index >= 0; index -= 2) {
    const day = numberAt(series, index);
    if (day < from) return sum;
    if (day <= to) sum += numberAt(series, index + 1);
  }
  return sum;
}

/** Index of the first entry that is later than a day; the length where there is none. */
function firstAfter(series: Series, day: number): number {
  let index = 0;
  while (index < series.length && numberAt(series, index) <= day) index += 2;
  return index;
}

const numberAt = (series: Series, index: number): number => series[index] ?? NaN;
