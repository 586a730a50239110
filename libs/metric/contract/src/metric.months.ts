/** What metrics have to go by in a month, beside its cases. */
export interface ObservedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Surveys that were answered in it. */
  readonly answers: number;
  /** Customers who bought in it. */
  readonly buyers: number;
}

/** Of which months there is something to measure. A Nest token; metric-service binds it. */
export abstract class MetricMonths {
  /** As the clocks of a time zone have them, the oldest first; those in which there was neither are absent. */
  abstract observed(timeZone: string): Promise<readonly ObservedMonth[]>;
}
