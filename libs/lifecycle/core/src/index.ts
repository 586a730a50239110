export { lifecycle, type RecordedLifecycle } from './lifecycle.decider';
export type { LifecyclePolicy, Stage } from './lifecycle.policy';
export { REVIEW_EVENT_TYPES, reviewDue, reviewOnEvent, type ReviewEvent } from './lifecycle.review';
export { newReview, nextReviewAt, type LifecycleReview, type LifecycleVerdict, type Reviewed } from './review.state';
