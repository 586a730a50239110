import type { ProblemScope } from './problem.events';

/** A complaint, by what it is about, and the problems that it belongs to. */
export interface ComplaintStanding {
  readonly complaintId: string;
  readonly customerId: string;
  /** When it was opened. */
  readonly at: string;
  readonly product: string | null;
  /** Ids of the policy of themes in force then, or those that a person put in their place. */
  readonly themes: readonly string[];
  readonly corrected: boolean;
  readonly problems: readonly string[];
}

/** A complaint of a problem, by its scope or by a person's link. */
export interface ProblemCase {
  readonly problemId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly at: string;
}

/** Which complaints are whose problem. A Nest token; theme-service binds it. */
export abstract class ProblemCases {
  /** Undefined where the complaint isn't known. */
  abstract ofComplaint(complaintId: string): Promise<ComplaintStanding | undefined>;

  /**
   * Complaints of the problems that were opened from this moment up to, not including, the other, the oldest first, at most
   * so many of each problem; those that belonged to them at the moment `asOf`, now where it is left out.
   */
  abstract ofProblems(
    problems: readonly { readonly problemId: string; readonly scope: ProblemScope }[],
    window: { readonly from: string; readonly until: string; readonly most: number; readonly asOf?: string },
  ): Promise<readonly ProblemCase[]>;
}
