export {
  AgreeComplaintDueDate,
  ClassifyComplaint,
  LinkDuplicateComplaint,
  OpenComplaint,
} from './complaint-intake.commands';
export { AcceptComplaint, DeclineComplaintHandOver, OfferComplaintHandOver } from './complaint-ownership.commands';
export {
  AnswerInternalHelp,
  ContinueComplaint,
  HoldComplaint,
  RequestInternalHelp,
  RespondToComplaint,
} from './complaint-work.commands';
export {
  CloseComplaint,
  FollowUpComplaint,
  ReopenComplaint,
  ResolveComplaint,
  TellComplaintResult,
} from './complaint-outcome.commands';
export { IssueProgressLink } from './complaint-progress.commands';
export { complaintCommands, type ComplaintCommand } from './complaint.commands';
export { complaintCodec, type ComplaintEvent } from './complaint.events';
export { ComplaintCounts, type ComplaintCount } from './complaint.counts';
export { CaseLimits, STEP_CLOCKS, type CaseLimit, type StepClock } from './case.limits';
export type { ComplaintRejection } from './complaint.rejections';
