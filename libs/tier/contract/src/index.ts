export { tierPolicyCodec, type TierPolicy, type TierPolicyEvent } from './tier-policy.events';
export { EndTierOverride, JudgeTier, OverrideTier, tierCommands, type TierCommand } from './tier.commands';
export { tierCodec, type TierEvent, type TierInputs } from './tier.events';
export type { TierRejection } from './tier.rejections';
