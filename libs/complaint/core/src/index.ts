export { complaintQueue, type ComplaintQueueRow } from './complaint-queue.projection';
export { complaint } from './complaint.decider';
export type { Complaint } from './complaint.state';
