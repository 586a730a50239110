import { SECONDS_OF_DAY } from './civil.day';
import type { DayInterval } from './day.interval';
import type { DayPlan } from './day.plan';
import type { OffsetSpan } from './zone.clock';

/** The open time of one year of UTC. All in epoch seconds, in order, never touching: `starts[i]` up to `ends[i]`. */
export interface OpenYear {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open seconds of the year before `starts[i]`. */
  readonly before: Float64Array;
  readonly total: number;
}

/** The hours of the wall's clock, laid over what that clock really did: twice where it was set back, not at all where forward. */
export function openYear(plan: DayPlan, spans: readonly OffsetSpan[]): OpenYear {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of spans.flatMap((span) => openIn(plan, span))) {
    if (ends.at(-1) === start) ends[ends.length - 1] = end;
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  const before = new Float64Array(starts.length);
  let total = 0;
  starts.forEach((start, index) => {
    before[index] = total;
    total += (ends[index] ?? start) - start;
  });
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), before, total };
}

/** `[start, end)` in epoch seconds. */
export type Span = readonly [start: number, end: number];

function openIn(plan: DayPlan, span: OffsetSpan): readonly Span[] {
  const first = Math.floor((span.start + span.offset) / SECONDS_OF_DAY);
  const last = Math.floor((span.end - 1 + span.offset) / SECONDS_OF_DAY);
  const open: Span[] = [];
  for (let day = first; day <= last; day++) open.push(...intersect(plan.of(day).intervals, day, span));
  return open;
}

/** What of a day's hours falls into a span of one offset. */
export function intersect(
  intervals: readonly DayInterval[],
  day: number,
  { start, end, offset }: OffsetSpan,
): readonly Span[] {
  const midnight = day * SECONDS_OF_DAY - offset;
  return intervals
    .map(({ from, to }) => [Math.max(midnight + from, start), Math.min(midnight + to, end)] as const)
    .filter(([from, to]) => from < to);
}
