import type { OpenInterval } from './calendar.definition';
import { parseClock } from './day.interval';
import type { Flaw } from './flaw';

interface Placed {
  readonly place: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Times that are none, intervals that end before they start, intervals of one day that overlap. */
export function flawsOfIntervals(place: string, intervals: readonly OpenInterval[]): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const sound: Placed[] = [];
  intervals.forEach((interval, index) => {
    const at = `${place}[${index}]`;
    const checked = placed(at, interval);
    if (typeof checked === 'string') flaws.push({ place: at, problem: checked });
    else sound.push(checked);
  });
  return [...flaws, ...overlaps(sound)];
}

function placed(place: string, [from, to]: OpenInterval): Placed | string {
  const [start, end] = [parseClock(from), parseClock(to)];
  if (start === undefined || end === undefined) {
    return `${start === undefined ? from : to} is no time of day; one looks like 09:00, the end of a day is 24:00`;
  }
  const text = `${from}–${to}`;
  if (end <= start)
    return `${text} ends ${end < start ? 'before' : 'when'} it starts; over midnight takes two intervals`;
  return { place, text, from: start, to: end };
}

function overlaps(intervals: readonly Placed[]): readonly Flaw[] {
  let latest: Placed | undefined;
  return [...intervals]
    .sort((one, other) => one.from - other.from)
    .flatMap((interval) => {
      const before = latest;
      if (!before || interval.to > before.to) latest = interval;
      if (!before || before.to <= interval.from) return [];
      return [{ place: interval.place, problem: `${interval.text} overlaps ${before.text} at ${before.place}` }];
    });
}
