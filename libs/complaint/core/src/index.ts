export { complaint } from './complaint.decider';
export type { Complaint } from './complaint.state';
