import type { EventLog } from '../log/event-log';
import type { LoggedEvent } from '../log/logged-event';
import { readRecordedEvent } from '../streams/recorded-event.codec';
import type { StreamEntry } from '../streams/stream.index';

/** Neighbours closer than this are read in one go. */
const MAX_GAP_BYTES = 8 * 1024;
const MAX_WINDOW_BYTES = 128 * 1024;
/** Read beyond the start of a window's last event, whose length isn't known yet. */
const LAST_EVENT_GUESS_BYTES = 4 * 1024;

/** The first revision that `$tb`, `$maxCount` and `$maxAge` leave readable. */
export function firstReadableRevision(log: EventLog, stream: StreamEntry): number {
  const { positions, metadata } = stream;
  const byCount = metadata.maxCount === undefined ? 0 : positions.length - metadata.maxCount;
  const first = Math.max(0, byCount, metadata.truncateBefore ?? 0);
  if (metadata.maxAgeSeconds === undefined) return first;
  return firstCreatedSince(log, stream, first, Date.now() - metadata.maxAgeSeconds * 1000);
}

/** By halves: events of a stream are written in the order of time. */
function firstCreatedSince(log: EventLog, stream: StreamEntry, first: number, oldestMs: number): number {
  let low = first;
  let high = stream.positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [event] = readPage(log, stream, { from: middle, to: middle + 1 }, false).events;
    if (event !== undefined && readRecordedEvent(event).createdMs >= oldestMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Revisions from `from` up to, not including, `to`. */
export type RevisionRange = { from: number; to: number };
/** Some of the events of a range, in the direction of reading, and the range that is left. */
export type StreamPage = { events: LoggedEvent[]; rest: RevisionRange };

/** Reads as many events from the range's beginning (or end) as lie close together. */
export function readPage(
  log: EventLog,
  { positions }: StreamEntry,
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
  return isBackwards
    ? { events: events.reverse(), rest: { from: range.from, to: window.from } }
    : { events, rest: { from: window.to, to: range.to } };
}

function windowOf(positions: readonly number[], { from, to }: RevisionRange, isBackwards: boolean): RevisionRange {
  const isNear = (revision: number, end: number): boolean => {
    const [position, neighbour] = isBackwards
      ? [positions[revision] ?? 0, positions[revision + 1] ?? 0]
      : [positions[revision] ?? 0, positions[revision - 1] ?? 0];
    const span = Math.abs(position - (positions[end] ?? 0));
    return Math.abs(position - neighbour) <= MAX_GAP_BYTES && span <= MAX_WINDOW_BYTES;
  };
  if (isBackwards) {
    let first = to - 1;
    while (first > from && isNear(first - 1, to - 1)) first--;
    return { from: first, to };
  }
  let last = from;
  while (last + 1 < to && isNear(last + 1, from)) last++;
  return { from, to: last + 1 };
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
