import type { Recorded } from '@tenure/kernel';
import { happenedAt, isJourneyCause } from './journey.trigger';

/** An event with the moment at which it counts, epoch milliseconds. */
export interface TimedEvent {
  readonly event: Recorded;
  readonly atMs: number;
}

/**
 * Events of one customer by the time at which they happened, whenever they were recorded; those of one stream stay in
 * their order. `events` are ordered by position.
 */
export function byTime(events: readonly Recorded[]): readonly TimedEvent[] {
  const newest = new Map<string, number>();
  const timed = events.map((event) => {
    const atMs = Math.max(Date.parse(momentOf(event)), newest.get(event.stream) ?? -Infinity);
    newest.set(event.stream, atMs);
    return { event, atMs };
  });
  return timed.sort((one, other) => one.atMs - other.atMs);
}

const momentOf = (event: Recorded): string => (isJourneyCause(event) ? happenedAt(event) : event.metadata.occurredAt);
