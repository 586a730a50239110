export { complaintAggregate } from './complaint.aggregate';
export { ComplaintModule } from './complaint.module';
