export type TierRejection = 'tier-not-overridden' | 'tier-override-ends-before-it-starts';

export type TierPolicyRejection =
  | 'tier-policy-already-published-differently'
  | 'tier-policy-version-not-next'
  | 'tier-policy-not-effective-after-its-predecessor'
  | 'tier-policy-names-a-tier-twice'
  | 'tier-policy-criterion-never-holds';
