/** Epoch milliseconds, or ISO 8601 with an offset such as `2026-10-08T09:00:00+08:00`. */
export type Moment = number | string;

const WITH_OFFSET = /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/;

/** The whole second a moment lies in. Throws a RangeError on what is no moment, or is one that depends on where this runs. */
export function secondOf(moment: Moment): number {
  const epochMs = typeof moment === 'number' ? moment : parse(moment);
  if (!Number.isFinite(epochMs)) throw new RangeError(`${moment} is no moment`);
  return Math.floor(epochMs / 1000);
}

function parse(text: string): number {
  if (!WITH_OFFSET.test(text)) throw new RangeError(`${text} is no ISO 8601 date and time with an offset`);
  return Date.parse(text);
}

/** For messages. */
export const momentText = (moment: Moment): string =>
  typeof moment === 'string' ? moment : new Date(moment).toISOString();
