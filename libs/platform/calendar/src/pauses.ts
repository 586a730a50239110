import { type Moment, momentText, secondOf } from './moment';

/** Time that does not count. Without an end it still goes on. */
export interface Pause {
  readonly start: Moment;
  readonly end?: Moment;
}

/** `[start, end)` in epoch seconds; `end` is infinite where the pause still goes on. */
export interface PausedSpan {
  readonly start: number;
  end: number;
}

/** What is wrong with pauses, in words; `undefined` where nothing is. They may overlap, touch, and stand in any order. */
export function flawOfPauses(pauses: readonly Pause[]): string | undefined {
  const wrong = pauses.findIndex((pause) => isBackward(spanOf(pause)));
  const pause = pauses[wrong];
  if (pause?.end === undefined) return undefined;
  return `pauses[${wrong}] ends at ${momentText(pause.end)}, before it starts at ${momentText(pause.start)}`;
}

/** In order and apart. Throws a RangeError on a pause that ends before it starts. */
export function mergePauses(pauses: readonly Pause[]): readonly PausedSpan[] {
  const spans = pauses.map(spanOf);
  if (spans.some(isBackward)) throw new RangeError(flawOfPauses(pauses));
  const merged: PausedSpan[] = [];
  for (const span of spans.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}

const spanOf = ({ start, end }: Pause): PausedSpan => ({
  start: secondOf(start),
  end: end === undefined ? Infinity : secondOf(end),
});

const isBackward = ({ start, end }: PausedSpan): boolean => end < start;
