export { lifecycleAggregate } from './lifecycle.aggregate';
export { lifecycleAutomation, type LifecycleAutomationOptions } from './lifecycle.automation';
export { LifecycleComparator } from './lifecycle.comparator';
export { LifecycleHttpModule } from './lifecycle.http.module';
export { lifecycleMigrations, lifecycleProjections } from './lifecycle.projections';
export { LifecycleReviewRow } from './lifecycle-review.entity';
