const DAY_MS = 86_400_000;

/** The ISO 8601 week, such as `2026-W47`, in which a moment (ISO 8601) lies by the wall clock of a time zone (IANA). */
export function weekOf(at: string, timeZone: string): string {
  const day = Date.parse(localDay(at, timeZone));
  // A week belongs to the year of its Thursday (ISO 8601, 3.1.1.23).
  const thursday = day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `YYYY-MM-DD`, which is how Swedes write it. */
const localDay = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE-u-ca-gregory-nu-latn', { timeZone, dateStyle: 'short' }).format(Date.parse(at));
