/** Why a step of a policy's life is refused. */
export type PolicyStepRejection =
  | 'policy-of-another-kind'
  | 'policy-version-not-next'
  | 'policy-already-published-differently'
  | 'policy-has-no-draft'
  | 'policy-draft-changed'
  | 'policy-refers-to-nothing'
  | 'policy-not-effective-after-its-predecessor';

/** Why what a policy says is refused; the detail names the place. */
export type PolicyContentRejection =
  | 'policy-names-a-tier-twice'
  | 'policy-criterion-never-holds'
  | 'policy-hysteresis-without-a-spend-bound'
  | 'policy-tier-unknown'
  | 'policy-target-twice'
  | 'policy-targets-have-a-gap'
  | 'policy-targets-overlap'
  | 'policy-target-where-none-is-wanted'
  | 'policy-reminders-not-ascending'
  | 'policy-interval-empty'
  | 'policy-intervals-overlap'
  | 'policy-day-twice'
  | 'policy-make-up-days-undefined'
  | 'policy-holidays-close-nothing'
  | 'policy-calendar-never-open'
  | 'policy-year-twice'
  | 'policy-day-outside-its-year'
  | 'policy-reason-twice'
  | 'policy-approver-twice'
  | 'policy-steps-not-ascending'
  | 'policy-notifies-someone-twice'
  | 'policy-contact-twice'
  | 'policy-dimension-twice'
  | 'policy-scores-empty'
  | 'policy-person-twice';

export type PolicyRejection = PolicyStepRejection | PolicyContentRejection;
