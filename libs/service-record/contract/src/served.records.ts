import type { ServiceType } from './service-record.events';

/** One service record as it was known at a moment. */
export interface ServedRecord {
  readonly recordId: string;
  readonly customerId: string;
  readonly contact: string | null;
  /** ISO 8601. */
  readonly servedAt: string;
  readonly serviceType: ServiceType;
  readonly problem: string;
  readonly result: string;
  readonly servedBy: string;
  /** 1 to 5; null where it was not given by then. */
  readonly satisfaction: number | null;
  readonly remark: string | null;
}

export interface ServedQuestion {
  /** Served from this moment up to, not including, the other: ISO 8601. */
  readonly from: string;
  readonly until: string;
  /** Ratings after this moment don't count. */
  readonly asOf: string;
  readonly most: number;
}

/** What was done for customers. A Nest token; service-record-service binds it. */
export abstract class ServedRecords {
  /** The first of them, in the order of their time, then of their ids; and how many there are. */
  abstract between(
    question: ServedQuestion,
  ): Promise<{ readonly total: number; readonly records: readonly ServedRecord[] }>;

  /** How many there are of each month `YYYY-MM` of a time zone that has any, the oldest first. */
  abstract months(timeZone: string): Promise<readonly { readonly month: string; readonly records: number }[]>;
}
