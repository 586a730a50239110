import type { CaseType } from '@tenure/shared-contract';

/** How many cases of a type came by a channel on a product. */
export interface ComplaintCount {
  readonly caseType: CaseType;
  readonly channel: string;
  readonly product: string | null;
  readonly cases: number;
}

/** How many cases there were. A Nest token; complaint-service binds it. */
export abstract class ComplaintCounts {
  /** Of those that were opened from one moment up to, not including, the other (ISO 8601); in no order. */
  abstract opened(from: string, until: string): Promise<readonly ComplaintCount[]>;

  /** How many were opened in each month `YYYY-MM` of a time zone that has any, the oldest first. */
  abstract months(timeZone: string): Promise<readonly { readonly month: string; readonly cases: number }[]>;
}
