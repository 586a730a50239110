import type { Recorded } from '@tenure/kernel';

/** What is recorded later than this after it happened is history, and nobody is told of it. */
export const NEWS_FOR_HOURS = 24;

/** What nobody was told of for so long, because nothing ran, is told no more: also not when all is read again. */
export const TOLD_WITHIN_DAYS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What an import of files writes as the source of its events, in front of the name of the mapping. */
const IMPORTED = 'import:';

/** They know themselves what is history: after an outage an alarm comes late, and still is one. */
const SAY_THEMSELVES: ReadonlySet<string> = new Set(['ClockReminded', 'ClockEscalated', 'ContactMissed']);

export interface NewsFrame {
  /** Ids of the loads of history that are open. */
  readonly openLoads: ReadonlySet<string>;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Whether an event is news to tell. Not where it belongs to a load of history, whose id its events have as their
 * correlation id, nor where it was recorded long after it happened or long ago. What happens live while a load is open
 * still is news: a load that was interrupted stays open, and must not silence everything.
 */
export function isNews({ type, metadata, recordedAt }: Recorded, { openLoads, now }: NewsFrame): boolean {
  if (metadata.source.startsWith(IMPORTED) || openLoads.has(metadata.correlationId)) return false;
  if (Date.parse(now) - Date.parse(recordedAt) > TOLD_WITHIN_DAYS * DAY_MS) return false;
  const lateMs = Date.parse(recordedAt) - Date.parse(metadata.occurredAt);
  return SAY_THEMSELVES.has(type) || lateMs <= NEWS_FOR_HOURS * HOUR_MS;
}
