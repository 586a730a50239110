export { complaintAggregate } from './complaint.aggregate';
