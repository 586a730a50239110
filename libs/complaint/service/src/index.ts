export { complaintAggregate } from './complaint.aggregate';
export { complaintRejectionStatuses } from './complaint.rejection-statuses';
export { ComplaintHttpModule } from './complaint.http.module';
export { ComplaintModule } from './complaint.module';
export { ProjectedComplaintCounts } from './projected-complaint.counts';
export { ComplaintQueueEntry } from './complaint-queue.entity';
export { complaintMigrations, complaintProjections } from './complaint.projections';
