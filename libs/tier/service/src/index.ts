export { tierAggregate, tierPolicyAggregate } from './tier.aggregate';
export { TierModule } from './tier.module';
export { tierRejectionStatuses } from './tier.controller';
export { TierHttpModule } from './tier.http.module';
