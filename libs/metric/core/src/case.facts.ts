import type { CaseType } from '@tenure/shared-contract';

/** What was done to a case, in the order of the log; moments in epoch milliseconds. */
export type CaseStep =
  | { readonly did: 'replied' | 'handed-over' | 'resolved' | 'reopened' | 'linked-as-duplicate'; readonly at: number }
  | { readonly did: 'closed'; readonly at: number; readonly disputed?: boolean };

/** Clocks that attainment is told of. */
export const MEASURED_CLOCKS = ['first-response', 'resolution'] as const;
export type MeasuredClock = (typeof MEASURED_CLOCKS)[number];

/** What became of a clock, in the order of the log. `voided`: it became known later that there was no breach. */
export interface ClockStep {
  readonly clock: MeasuredClock;
  readonly did:
    'started' | 'breached' | 'voided' | 'met' | 'met-late' | 'continued' | 'cancelled' | 'cancelled-as-duplicate';
  readonly at: number;
}

/** One case as far as metrics count it. */
export interface CaseFacts {
  readonly caseId: string;
  readonly customerId: string;
  readonly product: string | null;
  readonly caseType: CaseType;
  /** ISO 8601 UTC; null where the log tells of the case without its beginning. */
  readonly openedAt: string | null;
  /** ISO 8601 UTC of the latest of all its moments, so that a window passes over what was over before it. */
  readonly latestAt: string;
  readonly steps: readonly CaseStep[];
  readonly clocks: readonly ClockStep[];
}
