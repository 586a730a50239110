import type { Text } from '@tenure/shared-contract';
import { id, list, percent, record, text, timeZone, whole } from './schema.parts';

export interface ReviewDimension {
  /** Such as `timeliness`. */
  readonly dimension: string;
  readonly label: Text;
}

/** The weekly sample of service records (R11); weeks begin on Monday in the time zone. */
export interface RecordReviewContent {
  readonly timeZone: string;
  /** Of each tier's records of the week, rounded up. */
  readonly percent: number;
  /** Of each tier, if it has so many. */
  readonly atLeastPerTier: number;
  /** What a reviewer gives a score for. */
  readonly dimensions: readonly ReviewDimension[];
  readonly scores: { readonly lowest: number; readonly highest: number };
}

export const recordReviewSchema = record({
  timeZone,
  percent,
  atLeastPerTier: whole(0, 1_000),
  dimensions: list(record({ dimension: id, label: text }), 1, 20),
  scores: record({ lowest: whole(0, 100), highest: whole(1, 100) }),
});
