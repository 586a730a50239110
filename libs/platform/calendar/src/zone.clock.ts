import { SECONDS_OF_DAY, yearOfDay } from './civil.day';

/** From `start` up to `end` (epoch seconds) the clocks of a zone are `offset` seconds ahead of UTC. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** No zone has ever set its clocks twice in less than a week since 1900; Recife did so within one in October 2000. */
const PROBED_EVERY = 5 * SECONDS_OF_DAY;

/** The clock on the wall of a time zone. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly OffsetSpan[]>();

  /** Throws a RangeError on an unknown zone. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...FIELDS });
  }

  /** The spans that make up a year of UTC, in order, without a gap. */
  spansOf(year: number): readonly OffsetSpan[] {
    const known = this.#years.get(year);
    if (known) return known;
    const spans = this.#findSpans(startOfYear(year), startOfYear(year + 1));
    this.#years.set(year, spans);
    return spans;
  }

  offsetAt(epochSeconds: number): number {
    const year = yearOfSecond(epochSeconds);
    return this.spansOf(year).find(({ end }) => epochSeconds < end)?.offset ?? 0;
  }

  #findSpans(start: number, end: number): readonly OffsetSpan[] {
    const spans: OffsetSpan[] = [];
    let open = { start, offset: this.#ask(start) };
    for (let probe = start; probe < end; probe += PROBED_EVERY) {
      const next = Math.min(probe + PROBED_EVERY, end);
      if (this.#ask(next) === open.offset) continue;
      const change = this.#findChange(probe, next, open.offset);
      if (change >= end) break;
      spans.push({ ...open, end: change });
      open = { start: change, offset: this.#ask(change) };
    }
    return [...spans, { ...open, end }];
  }

  /** The first second in `(low, high]` that has left the offset. */
  #findChange(low: number, high: number, offset: number): number {
    if (high - low === 1) return high;
    const middle = Math.floor((low + high) / 2);
    return this.#ask(middle) === offset
      ? this.#findChange(middle, high, offset)
      : this.#findChange(low, middle, offset);
  }

  #ask(epochSeconds: number): number {
    return secondsOf(this.#format.format(epochSeconds * 1000)) - epochSeconds;
  }
}

/** The clock's reading, such as `10/26/2025, 02:30:00`, as if it were UTC's. */
function secondsOf(reading: string): number {
  const numbers = reading.split(/\D+/);
  const number = (index: number): number => Number(numbers[index]);
  return Date.UTC(number(2), number(0) - 1, number(1), number(3), number(4), number(5)) / 1000;
}

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

const clocks = new Map<string, ZoneClock>();

/** Offsets are slow to find: every calendar of a zone shares its clock. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new ZoneClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    return zoneClock(timeZone) instanceof ZoneClock;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const startOfYear = (year: number): number => Date.UTC(year, 0, 1) / 1000;

export const yearOfSecond = (epochSeconds: number): number => yearOfDay(Math.floor(epochSeconds / SECONDS_OF_DAY));
