export { defaultPolicies } from './default.policies';
export { InvalidPolicyFileError, policyFile, type PolicyFile } from './policy.file';
export { PolicyListEntry } from './policy-list.entity';
export { policyAggregate } from './policy.aggregate';
export { PolicyHttpModule } from './policy.http.module';
export { PolicyModule } from './policy.module';
export { policyMigrations, policyProjections } from './policy.projections';
export {
  PolicyRefusedError,
  publishDefaultPolicies,
  publishWhereAbsent,
  type PolicyPublisher,
} from './policy.publishing';
export { policyRejectionStatuses } from './policy.statuses';
export { PolicyStreams } from './policy.streams';
