export { tierAggregate, tierPolicyAggregate } from './tier.aggregate';
export { TierModule } from './tier.module';
