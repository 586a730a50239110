const DAY_MS = 86_400_000;
/** Of 9999-12-31: what lies behind it never comes. */
const LAST_DAY = 2_932_896;

/** Days since 1970-01-01 (UTC). */
export const dayOfMs = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** Of an instant (ISO 8601 with offset) or of a calendar day `YYYY-MM-DD`. */
export const dayOf = (at: string): number => dayOfMs(Date.parse(at));

/** When a day begins, ISO 8601 UTC; undefined where it never comes. */
export const startOfDay = (day: number): string | undefined =>
  day > LAST_DAY ? undefined : new Date(day * DAY_MS).toISOString();

/** `YYYY-MM-DD`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
