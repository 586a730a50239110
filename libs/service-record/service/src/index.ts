export { ProjectedServedRecords } from './projected-served.records';
export { recordReviewStatuses } from './record-review.controller';
export { serviceRecordStatuses } from './service-record.controller';
export { ServiceRecordHttpModule } from './service-record.http.module';
export { ServiceRecordModule } from './service-record.module';
export { serviceRecordMigrations, serviceRecordProjections } from './service-record.projections';
export { WeekRecords } from './week.records';
export { WeeklySampling } from './weekly.sampling';
