import { customerOverview, customerTimeline } from '@tenure/customer-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CustomerOverview } from './customer-overview.entity';
import { CustomerTimelineEntry } from './customer-timeline.entity';
import { CreateCustomerReadModels1700000000100 } from './customer.migration';

export const customerProjections: readonly ProjectionBinding[] = [
  bindProjection(customerOverview, CustomerOverview),
  bindProjection(customerTimeline, CustomerTimelineEntry),
];

export const customerMigrations = [CreateCustomerReadModels1700000000100];
