import type { OpenInterval } from './calendar.definition';

/** Seconds of the clock on the wall since its midnight: `[from, to)`. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
}

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Seconds since midnight of `HH:MM`, where `24:00` is the end of the day; `undefined` where it is no such time. */
export function parseClock(text: string): number | undefined {
  const parts = CLOCK.exec(text);
  if (!parts) return undefined;
  return parts[1] === undefined ? 86_400 : Number(parts[1]) * 3600 + Number(parts[2]) * 60;
}

/** `HH:MM`. */
export function clockText(secondsOfDay: number): string {
  const minutes = Math.floor(secondsOfDay / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}

/** In order of time. Takes intervals that were found without flaw. */
export const dayIntervals = (intervals: readonly OpenInterval[]): readonly DayInterval[] =>
  intervals
    .map(([from, to]) => ({ from: parseClock(from) ?? 0, to: parseClock(to) ?? 0 }))
    .sort((one, other) => one.from - other.from);
