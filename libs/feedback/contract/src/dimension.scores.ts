import type { SatisfactionDimension } from '@tenure/policy-contract';

/** How a dimension of the service was scored; the mean of the scores as they were given. */
export interface DimensionScore {
  readonly dimension: SatisfactionDimension;
  /** How many answers said something of it: at least one. */
  readonly n: number;
  readonly mean: number;
  /** Where the true mean lies at 95 % (Student's t); absent where fewer than two said something. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** How dimensions of the service are scored. A Nest token; feedback-service binds it. */
export abstract class DimensionScores {
  /**
   * Of what was answered from one moment up to, not including, the other (ISO 8601), by one survey where it is given;
   * without those of which nothing was said.
   */
  abstract between(from: string, until: string, surveyId?: string): Promise<readonly DimensionScore[]>;
}
