export {
  cohortsUpTo,
  type Cohort,
  type CohortFigures,
  type CohortMonth,
  type CohortMonthCount,
  type CohortSize,
} from './cohort.retention';
export { customerOrderMonth, type CustomerOrderMonthRow } from './customer-order-month.projection';
export {
  customerStage,
  type CustomerStageRow,
  type ReachedMilestone,
  type StageStay,
  type StandingSince,
  type ToldDate,
} from './customer-stage.projection';
export { LifecycleComparison } from './lifecycle.comparison';
export { lifecycle, type RecordedLifecycle } from './lifecycle.decider';
export type { LifecyclePolicy, Stage } from './lifecycle.policy';
export {
  judgeDue,
  judgeEvent,
  REVIEW_EVENT_TYPES,
  reviewDue,
  reviewOnEvent,
  type ReviewEvent,
} from './lifecycle.review';
export {
  newReview,
  nextReviewAt,
  ownReview,
  type LifecycleReview,
  type LifecycleVerdict,
  type OwnReview,
  type Reviewed,
} from './review.state';
export { stageFlow, type StageFlowRow } from './stage-flow.projection';
