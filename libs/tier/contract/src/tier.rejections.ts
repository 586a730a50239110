export type TierRejection = 'tier-not-overridden' | 'tier-override-ends-before-it-starts';
