import type { EventLog } from '../log/event-log';
import type { LoggedEvent } from '../log/logged-event';
import { readRecordedEvent } from '../streams/recorded-event.codec';
import type { StreamEntry } from '../streams/stream.index';

/** Neighbours closer than this are read in one go. */
const MAX_GAP_BYTES = 8 * 1024;
const MAX_WINDOW_BYTES = 128 * 1024;
/** Read beyond the start of a window's last event, whose length isn't known yet. */
const LAST_EVENT_GUESS_BYTES = 4 * 1024;

/** The first revision that metadata leave readable, age aside. */
export function firstReadableRevision({ positions, metadata }: StreamEntry): number {
  const byCount = metadata.maxCount === undefined ? 0 : positions.length - metadata.maxCount;
  return Math.max(0, byCount, metadata.truncateBefore ?? 0);
}

/** Revisions from `from` up to, not including, `to`. */
export type RevisionRange = { from: number; to: number };
/** Some of the events of a range, in the direction of reading, and the range that is left. */
export type StreamPage = { events: LoggedEvent[]; rest: RevisionRange };

/** Reads as many events from the range's beginning (or end) as lie close together; those past `$maxAge` are left out. */
export function readPage(
  log: EventLog,
  { positions, metadata }: StreamEntry,
  range: RevisionRange,
  isBackwards: boolean,
): StreamPage {
  const window = windowOf(positions, range, isBackwards);
  const start = positions[window.from] ?? 0;
  const bytes = log.readSync(start, (positions[window.to - 1] ?? 0) - start + LAST_EVENT_GUESS_BYTES);
  const events: LoggedEvent[] = [];
  for (let revision = window.from; revision < window.to; revision++) {
    events.push(eventIn(bytes, start, positions[revision] ?? 0, log));
  }
  const oldestMs = metadata.maxAgeSeconds === undefined ? 0 : Date.now() - metadata.maxAgeSeconds * 1000;
  const readable = oldestMs === 0 ? events : events.filter((event) => readRecordedEvent(event).createdMs >= oldestMs);
  return isBackwards
    ? { events: readable.reverse(), rest: { from: range.from, to: window.from } }
    : { events: readable, rest: { from: window.to, to: range.to } };
}

function windowOf(positions: readonly number[], { from, to }: RevisionRange, isBackwards: boolean): RevisionRange {
  const window = isBackwards ? { from: to - 1, to } : { from, to: from + 1 };
  const first = (): number => positions[window.from] ?? 0;
  const last = (): number => positions[window.to - 1] ?? 0;
  if (isBackwards) {
    while (window.from > from && isNear(first(), positions[window.from - 1] ?? 0, last())) window.from--;
  } else {
    while (window.to < to && isNear(positions[window.to] ?? 0, last(), first())) window.to++;
  }
  return window;
}

/** Whether the neighbours `next` and `previous` fit a window whose other end is `end`. */
function isNear(next: number, previous: number, end: number): boolean {
  return next - previous <= MAX_GAP_BYTES && Math.abs((end < next ? next : previous) - end) <= MAX_WINDOW_BYTES;
}

function eventIn(window: Buffer, windowStart: number, position: number, log: EventLog): LoggedEvent {
  const offset = position - windowStart;
  const isInside = offset + 4 <= window.length;
  const length = (isInside ? window : log.readSync(position, 4)).readUInt32LE(isInside ? offset : 0);
  if (offset + 4 + length <= window.length) {
    return { buffer: window, start: offset + 4, end: offset + 4 + length, position };
  }
  return { buffer: log.readSync(position, 4 + length), start: 4, end: 4 + length, position };
}
