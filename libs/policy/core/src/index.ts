export { checkContent } from './checks/content.check';
export type { ContentFlaw } from './checks/content.flaw';
export { policy } from './policy.decider';
export { draftFingerprintOf, type Policy } from './policy.state';
