export { customerAggregate } from './customer.aggregate';
export { CustomerModule } from './customer.module';
export { CustomerDirectoryEntry } from './customer-directory.entity';
export { ProjectedCustomerDirectory } from './projected-customer.directory';
export { customerRejectionStatuses } from './customer.controller';
export { CustomerHttpModule } from './customer.http.module';
export { CustomerOverview } from './customer-overview.entity';
export { CustomerTimelineEntry } from './customer-timeline.entity';
export { customerMigrations, customerProjections } from './customer.projections';
