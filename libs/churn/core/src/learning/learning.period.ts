const DAY_MS = 86_400_000;

/** What a model is to be learned from. Days `YYYY-MM-DD`, each beginning at midnight UTC. */
export interface LearningPeriod {
  /** No customer is looked at before. */
  readonly from: string;
  /** Nothing that happened on this day or after it is looked at. */
  readonly until: string;
  readonly horizonDays: number;
}

/** A day on which customers are looked at, with what was known before it, and the one by which it shows who is lost. */
export interface Snapshot {
  readonly day: string;
  readonly outcomeBy: string;
}

const EVERY_DAYS = 30;
/** More would say little new of the same customers, and be kept in memory. */
const MOST_SNAPSHOTS = 6;

/** The newest first: the outcome of the first is there just before the end, and the others lie a month apart. */
export function snapshotsOf({ from, until, horizonDays }: LearningPeriod): readonly Snapshot[] {
  const newest = addDays(until, -horizonDays);
  return Array.from({ length: MOST_SNAPSHOTS }, (_, index) => addDays(newest, -index * EVERY_DAYS))
    .filter((day) => day >= from)
    .map((day) => ({ day, outcomeBy: addDays(day, horizonDays) }));
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** When a day begins, ISO 8601. */
export const startOf = (day: string): string => `${day}T00:00:00.000Z`;
