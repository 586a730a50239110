import { customerDirectory, customerOverview, customerTimeline } from '@tenure/customer-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CustomerDirectoryEntry } from './customer-directory.entity';
import { CreateCustomerDirectory1700000002000 } from './customer-directory.migration';
import { AddCustomerNames1700000003400 } from './customer-names.migration';
import { CustomerOverview } from './customer-overview.entity';
import { CustomerTimelineEntry } from './customer-timeline.entity';
import { CreateCustomerReadModels1700000000100 } from './customer.migration';

export const customerProjections: readonly ProjectionBinding[] = [
  bindProjection(customerOverview, CustomerOverview),
  bindProjection(customerTimeline, CustomerTimelineEntry),
  bindProjection(customerDirectory, CustomerDirectoryEntry),
];

export const customerMigrations = [
  CreateCustomerReadModels1700000000100,
  CreateCustomerDirectory1700000002000,
  AddCustomerNames1700000003400,
];
