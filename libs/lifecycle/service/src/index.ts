export { lifecycleAggregate } from './lifecycle.aggregate';
export { lifecycleAutomation, type LifecycleAutomationOptions } from './lifecycle.automation';
export { LifecycleReviewRow } from './lifecycle-review.entity';
