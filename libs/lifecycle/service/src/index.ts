export { lifecycleAggregate } from './lifecycle.aggregate';
export { lifecycleAutomation, type LifecycleAutomationOptions } from './lifecycle.automation';
export { lifecycleMigrations, lifecycleProjections } from './lifecycle.projections';
export { LifecycleReviewRow } from './lifecycle-review.entity';
