export { complaintAggregate } from './complaint.aggregate';
export { complaintRejectionStatuses } from './complaint.controller';
export { ComplaintHttpModule } from './complaint.http.module';
export { ComplaintModule } from './complaint.module';
