export { publishDefaultTierPolicy } from './default-policy.publishing';
export { tierAggregate, tierPolicyAggregate } from './tier.aggregate';
export { TierModule } from './tier.module';
export { tierRejectionStatuses } from './tier.controller';
export { TierHttpModule } from './tier.http.module';
export { CreateTierAutomation1700000000500 } from './tier-automation.migration';
export { TierAutomationStore } from './tier-automation.store';
export { TierAutomation, type TierAutomationOptions } from './tier.automation';
export { TierAutomationState, TierReviewRow } from './tier-review.entity';
