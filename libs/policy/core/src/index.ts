export { checkContent } from './checks/content.check';
export type { ContentFlaw } from './checks/content.flaw';
export { policyList, type ListedVersion, type PolicyListRow } from './policy-list.projection';
export { policy } from './policy.decider';
export { referencesOf, type PolicyReference } from './policy.references';
export { draftFingerprintOf, noPolicy, type Policy } from './policy.state';
