import { HttpStatus } from '@nestjs/common';
import type { RejectionStatuses } from '@tenure/http';
import type { PolicyContentRejection, PolicyRejection, PolicyStepRejection } from '@tenure/policy-contract';

type Statuses<Rejection extends string> = Readonly<Record<Rejection, HttpStatus>>;

const stepStatuses: Statuses<PolicyStepRejection> = {
  'policy-of-another-kind': HttpStatus.CONFLICT,
  'policy-version-not-next': HttpStatus.CONFLICT,
  'policy-already-published-differently': HttpStatus.CONFLICT,
  'policy-has-no-draft': HttpStatus.CONFLICT,
  'policy-draft-changed': HttpStatus.CONFLICT,
  'policy-refers-to-nothing': HttpStatus.UNPROCESSABLE_ENTITY,
  'policy-not-effective-after-its-predecessor': HttpStatus.UNPROCESSABLE_ENTITY,
};

const { UNPROCESSABLE_ENTITY } = HttpStatus;

const contentStatuses: Statuses<PolicyContentRejection> = {
  'policy-names-a-tier-twice': UNPROCESSABLE_ENTITY,
  'policy-criterion-never-holds': UNPROCESSABLE_ENTITY,
  'policy-hysteresis-without-a-spend-bound': UNPROCESSABLE_ENTITY,
  'policy-tier-unknown': UNPROCESSABLE_ENTITY,
  'policy-target-twice': UNPROCESSABLE_ENTITY,
  'policy-targets-have-a-gap': UNPROCESSABLE_ENTITY,
  'policy-targets-overlap': UNPROCESSABLE_ENTITY,
  'policy-target-where-none-is-wanted': UNPROCESSABLE_ENTITY,
  'policy-reminders-not-ascending': UNPROCESSABLE_ENTITY,
  'policy-interval-empty': UNPROCESSABLE_ENTITY,
  'policy-intervals-overlap': UNPROCESSABLE_ENTITY,
  'policy-day-twice': UNPROCESSABLE_ENTITY,
  'policy-make-up-days-undefined': UNPROCESSABLE_ENTITY,
  'policy-holidays-close-nothing': UNPROCESSABLE_ENTITY,
  'policy-calendar-never-open': UNPROCESSABLE_ENTITY,
  'policy-year-twice': UNPROCESSABLE_ENTITY,
  'policy-day-outside-its-year': UNPROCESSABLE_ENTITY,
  'policy-reason-twice': UNPROCESSABLE_ENTITY,
  'policy-approver-twice': UNPROCESSABLE_ENTITY,
  'policy-steps-not-ascending': UNPROCESSABLE_ENTITY,
  'policy-notifies-someone-twice': UNPROCESSABLE_ENTITY,
  'policy-contact-twice': UNPROCESSABLE_ENTITY,
  'policy-dimension-twice': UNPROCESSABLE_ENTITY,
  'policy-scores-empty': UNPROCESSABLE_ENTITY,
  'policy-person-twice': UNPROCESSABLE_ENTITY,
  'policy-condition-never-holds': UNPROCESSABLE_ENTITY,
  'policy-rule-twice': UNPROCESSABLE_ENTITY,
  'policy-rule-leads-nowhere': UNPROCESSABLE_ENTITY,
  'policy-stage-never-entered': UNPROCESSABLE_ENTITY,
  'policy-stages-flap': UNPROCESSABLE_ENTITY,
  'policy-stage-twice': UNPROCESSABLE_ENTITY,
  'policy-milestone-twice': UNPROCESSABLE_ENTITY,
  'policy-date-twice': UNPROCESSABLE_ENTITY,
  'policy-item-twice': UNPROCESSABLE_ENTITY,
  'policy-bands-not-descending': UNPROCESSABLE_ENTITY,
  'policy-step-twice': UNPROCESSABLE_ENTITY,
  'policy-step-unknown': UNPROCESSABLE_ENTITY,
  'policy-step-never-reached': UNPROCESSABLE_ENTITY,
  'policy-branch-never-taken': UNPROCESSABLE_ENTITY,
  'policy-steps-go-round': UNPROCESSABLE_ENTITY,
  'policy-task-for-nobody': UNPROCESSABLE_ENTITY,
  'policy-outcome-outlasts-re-entry': UNPROCESSABLE_ENTITY,
  'policy-text-names-unknown-field': UNPROCESSABLE_ENTITY,
  'policy-cap-twice': UNPROCESSABLE_ENTITY,
  'policy-question-twice': UNPROCESSABLE_ENTITY,
  'policy-option-twice': UNPROCESSABLE_ENTITY,
  'policy-measure-on-another-scale': UNPROCESSABLE_ENTITY,
  'policy-measure-twice': UNPROCESSABLE_ENTITY,
  'policy-theme-twice': UNPROCESSABLE_ENTITY,
  'policy-theme-never-found': UNPROCESSABLE_ENTITY,
  'policy-group-twice': UNPROCESSABLE_ENTITY,
  'policy-baseline-too-short': UNPROCESSABLE_ENTITY,
};

export const policyRejectionStatuses: RejectionStatuses<PolicyRejection> = {
  ...stepStatuses,
  ...contentStatuses,
  'command-id-reused': HttpStatus.CONFLICT,
};

/** Of the steps that look at no content. */
export const policyStepStatuses: RejectionStatuses<PolicyStepRejection> = {
  ...stepStatuses,
  'command-id-reused': HttpStatus.CONFLICT,
};
