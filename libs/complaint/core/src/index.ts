export { complaintQueue } from './complaint-queue.projection';
export type { ComplaintQueueRow, HelpRequest } from './complaint-queue.row';
export { complaint } from './complaint.decider';
export { refusalAsOriginal } from './complaint-intake.decider';
export type { Complaint } from './complaint.state';
export { stepsOf, type Step } from './complaint.steps';
export type { StepName, StepState, Text } from './complaint.steps.texts';
export { progressLink, type ProgressLinkRow } from './progress-link.projection';
