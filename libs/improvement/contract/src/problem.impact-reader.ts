/** What customers without a tier are counted under. */
export const NO_TIER = 'none';

/** The cases of a problem that were opened from one moment up to, not including, the other, as was known at the latter. */
export interface ImpactQuestion {
  readonly problemId: string;
  readonly from: string;
  readonly until: string;
}

export interface CasesOfWindow {
  readonly customers: number;
  /** Customers by the tier that they were in at the end of the window, `none` of those without; adds up to `customers`. */
  readonly byTier: Readonly<Record<string, number>>;
  readonly cases: number;
  /** Compensation granted on these cases by the end of the window, by currency, in minor units. */
  readonly money: Readonly<Record<string, number>>;
}

export interface TouchedProblems {
  readonly problemIds: readonly string[];
  /** Of the log: everything up to here is in the answer; undefined where nothing was read yet. */
  readonly position: bigint | undefined;
}

/** Whom problems affect. A Nest token; theme-service binds it. Moments are ISO 8601 with offset. */
export abstract class ProblemImpactReader {
  abstract impact(question: ImpactQuestion): Promise<CasesOfWindow>;

  /** Whose cases belong to the problem that were opened by then: ascending, each once. */
  abstract customers(problemId: string, asOf: string): Promise<readonly string[]>;

  /**
   * The first moment after the given one at which a case comes into the window of so many days that ends there, or leaves
   * it; undefined where none will by what is known.
   */
  abstract nextChange(problemId: string, after: string, windowDays: number): Promise<string | undefined>;

  /** Problems whose cases, or money paid on these, were changed by events behind that position of the log. */
  abstract touched(after: bigint | undefined): Promise<TouchedProblems>;
}
