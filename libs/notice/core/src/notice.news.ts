import type { Recorded } from '@tenure/kernel';

/** What is recorded later than this after it happened is history, and nobody is told of it. */
export const NEWS_FOR_HOURS = 24;

/** What an import of files writes as the source of its events, in front of the name of the mapping. */
const IMPORTED = 'import:';

/**
 * Whether an event is news to tell. Not where it belongs to a load of history, whose id its events have as their
 * correlation id, nor where it was recorded long after it happened. While a load is open, what happens live still is
 * news: a load that was interrupted stays open, and must not silence everything.
 */
export function isNews({ metadata, recordedAt }: Recorded, openLoads: ReadonlySet<string>): boolean {
  if (metadata.source.startsWith(IMPORTED) || openLoads.has(metadata.correlationId)) return false;
  return Date.parse(recordedAt) - Date.parse(metadata.occurredAt) <= NEWS_FOR_HOURS * 3_600_000;
}
