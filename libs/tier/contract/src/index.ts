export {
  PublishTierPolicy,
  SpendWindowFields,
  tierPolicyCommands,
  type TierPolicyCommand,
} from './tier-policy.commands';
export {
  tierPolicyCodec,
  type SpendWindow,
  type TierAlternative,
  type TierCriterion,
  type TierPolicy,
  type TierPolicyEvent,
  type TierRule,
} from './tier-policy.events';
export { EndTierOverride, JudgeTier, OverrideTier, tierCommands, type TierCommand } from './tier.commands';
export { tierCodec, type TierEvent, type TierInputs } from './tier.events';
export type { TierPolicyRejection, TierRejection } from './tier.rejections';
