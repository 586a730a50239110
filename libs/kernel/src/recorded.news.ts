import type { Recorded } from './recorded';

/** What is recorded later than this after it happened is history, and nobody is told of it. */
export const NEWS_FOR_HOURS = 24;

/** What nobody acted on for so long, because nothing ran, is told no more: also not when all is read again. */
export const TOLD_WITHIN_DAYS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What an import of files writes as the source of its events, in front of the name of the mapping. */
const IMPORTED = 'import:';

export interface NewsFrame {
  /** Ids of the loads of history that are open. */
  readonly openLoads: ReadonlySet<string>;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Whether an event belongs to a load of history, whose id its events have as their correlation id, or was recorded long
 * ago. What happens live while a load is open is none: a load that was interrupted stays open, and must not silence
 * everything.
 */
export const isHistory = ({ metadata, recordedAt }: Recorded, { openLoads, now }: NewsFrame): boolean =>
  metadata.source.startsWith(IMPORTED) ||
  openLoads.has(metadata.correlationId) ||
  Date.parse(now) - Date.parse(recordedAt) > TOLD_WITHIN_DAYS * DAY_MS;

/** Whether an event is something to tell people of: no history, nor recorded long after it happened. */
export const isNews = (event: Recorded, frame: NewsFrame): boolean =>
  !isHistory(event, frame) &&
  Date.parse(event.recordedAt) - Date.parse(event.metadata.occurredAt) <= NEWS_FOR_HOURS * HOUR_MS;
