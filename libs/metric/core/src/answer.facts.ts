import type { SatisfactionMeasure } from '@tenure/policy-contract';

/** One invitation to a survey, and what was answered. Times are ISO 8601 UTC. */
export interface AnswerFacts {
  readonly invitationId: string;
  readonly customerId: string;
  readonly surveyId: string;
  readonly product: string | null;
  readonly labels: readonly string[];
  readonly invitedAt: string;
  readonly answeredAt: string | null;
  /** The mean of the answer's scores by what they measure; what was not asked or answered is absent. */
  readonly scores: Readonly<Partial<Record<SatisfactionMeasure, number>>>;
}
