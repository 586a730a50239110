export {
  WEEKDAYS,
  type CalendarContent,
  type CalendarException,
  type OpenInterval,
  type Weekday,
} from './kinds/calendar.content';
export {
  FEATURE_TRANSFORMS,
  type ChurnModelContent,
  type FittedOn,
  type Logistic,
  type LogisticFeature,
  type MbgNbd,
  type Scorecard,
  type ScorecardItem,
} from './kinds/churn-model.content';
export {
  CONTACT_PERIODS,
  PLANNED_CONTACT_KINDS,
  type ContactPeriod,
  type ContactPlanContent,
  type PlannedContact,
  type PlannedContactKind,
} from './kinds/contact-plan.content';
export {
  NOTICE_CHANNELS,
  type EscalationContent,
  type EscalationStep,
  type NoticeChannel,
  type NotifyWhom,
} from './kinds/escalation.content';
export {
  DETECTION_GROUPS,
  type DetectionGroup,
  type DetectionRule,
  type ImprovementContent,
  type MeasureRules,
  type PriorityRule,
  type VerificationRules,
} from './kinds/improvement.content';
export type { Holiday, HolidaysContent, HolidayYear } from './kinds/holidays.content';
export {
  CUSTOMER_FIELDS,
  JOURNEY_CATEGORIES,
  JOURNEY_END,
  JOURNEY_OUTCOMES,
  MESSAGE_PURPOSES,
  VOUCHER_FIELDS,
  type BranchStep,
  type JourneyCategory,
  type JourneyContent,
  type JourneyOutcome,
  type JourneyStep,
  type JourneyTrigger,
  type MessagePurpose,
  type MessageStep,
  type MessageText,
  type SurveyStep,
  type TaskStep,
  type VoucherStep,
  type VoucherValue,
  type WaitStep,
} from './kinds/journey.content';
export {
  FACT_DATES,
  NO_STAGE,
  type DateReminder,
  type FactDate,
  type LifecycleContent,
  type Milestone,
  type StageRule,
} from './kinds/lifecycle.content';
export type { FrequencyCap, MessagingContent } from './kinds/messaging.content';
export type { NoticeRecipient, RecipientsContent, RecipientWebhook } from './kinds/recipients.content';
export type { RecordReviewContent, ReviewDimension } from './kinds/record-review.content';
export type { RemedyContent, StandardCompensation } from './kinds/remedy.content';
export { filledText, placeholdersIn } from './kinds/text.placeholders';
export {
  CLOCK_KINDS,
  MID_CASE_RULES,
  targetsFor,
  type ClockKind,
  type MidCaseRule,
  type NoTarget,
  type ServiceStandardContent,
  type ServiceTarget,
  type TargetCase,
  type TargetCondition,
  type TierService,
} from './kinds/standard.content';
export {
  DIMENSION_SCALE,
  MEASURE_SCALES,
  SATISFACTION_DIMENSIONS,
  SATISFACTION_MEASURES,
  type ChoiceQuestion,
  type OpenQuestion,
  type SatisfactionDimension,
  type SatisfactionMeasure,
  type ScaleQuestion,
  type SurveyContent,
  type SurveyOccasion,
  type SurveyQuestion,
} from './kinds/survey.content';
export type { ThemeRule, ThemesContent } from './kinds/themes.content';
export type {
  NumberCriterion,
  PotentialCriterion,
  SpendWindow,
  TierAlternative,
  TierContent,
  TierCriterion,
  TierRule,
} from './kinds/tier.content';
export { ComparisonTally } from './comparison.tally';
export { PolicyContentProperty } from './policy.content.property';
export { PolicyBook } from './policy.book';
export {
  ComparePolicy,
  DiscardPolicyDraft,
  DraftPolicy,
  policyCommands,
  PublishPolicy,
  TextFields,
  type PolicyCommand,
} from './policy.commands';
export {
  MOST_COMPARED_EXAMPLES,
  PolicyComparator,
  PolicyComparators,
  type ComparedExample,
  type PolicyComparison,
} from './policy.comparator';
export {
  policyCodec,
  type PolicyCompared,
  type PolicyDraftDiscarded,
  type PolicyEvent,
  type PolicySuperseded,
} from './policy.events';
export {
  DEFAULT_POLICY_IDS,
  POLICY_KINDS,
  type PolicyContent,
  type PolicyContents,
  type PolicyKind,
} from './policy.kinds';
export type { PolicyContentRejection, PolicyRejection, PolicyStepRejection } from './policy.rejections';
export { policySchemas, readContent, type ContentReading } from './policy.schemas';
export {
  draftedPolicy,
  inForce,
  isOfKind,
  ofKind,
  type DraftedPolicy,
  type PolicyDraft,
  type PublishedPolicy,
} from './published.policy';
