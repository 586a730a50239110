import { isHistory, isNews as isRecentNews, type NewsFrame, type Recorded } from '@tenure/kernel';

/** They know themselves what is history: after an outage an alarm comes late, and still is one. */
const SAY_THEMSELVES: ReadonlySet<string> = new Set([
  'ClockReminded',
  'ClockEscalated',
  'ContactMissed',
  'MeasureOverdue',
]);

/** Whether an event is news to tell. */
export const isNews = (event: Recorded, frame: NewsFrame): boolean =>
  SAY_THEMSELVES.has(event.type) ? !isHistory(event, frame) : isRecentNews(event, frame);
