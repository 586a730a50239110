export {
  FACTS_EVENT_TYPES,
  foldFacts,
  noFacts,
  pruneFacts,
  type CustomerFacts,
  type FactsEvent,
} from './customer.facts';
export { FactsRefolding, isFactsEvent, looksFurther } from './facts.refolding';
export { nextReviewAt } from './next.review';
export { tierDistribution, type TierDistributionRow } from './tier-distribution.projection';
export { TierComparison } from './tier.comparison';
export { tier } from './tier.decider';
export { inputsAt } from './tier.inputs';
export { judgeTier, type TierJudgement } from './tier.judgement';
export type { CustomerTier, TierOverride } from './tier.state';
export {
  newReview,
  REVIEW_EVENT_TYPES,
  reviewDue,
  reviewOnEvent,
  tierUnder,
  type ReviewEvent,
  type TierPolicies,
  type TierReview,
  type TierVerdict,
} from './tier.review';
