import { customerOrderMonth, customerStage, stageFlow } from '@tenure/lifecycle-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CustomerOrderMonthEntry } from './customer-order-month.entity';
import { CustomerStageEntry } from './customer-stage.entity';
import { CreateLifecycleReview1700000002300 } from './lifecycle-review.migration';
import { CreateLifecycle1700000002310 } from './lifecycle.migration';
import { StageFlowEntry } from './stage-flow.entity';

export const lifecycleProjections: readonly ProjectionBinding[] = [
  bindProjection(customerStage, CustomerStageEntry),
  bindProjection(stageFlow, StageFlowEntry),
  bindProjection(customerOrderMonth, CustomerOrderMonthEntry),
];

export const lifecycleMigrations = [CreateLifecycleReview1700000002300, CreateLifecycle1700000002310];
