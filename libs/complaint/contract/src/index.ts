export {
  AcceptComplaint,
  CloseComplaint,
  complaintCommands,
  OfferComplaintHandOver,
  OpenComplaint,
  ReopenComplaint,
  ResolveComplaint,
  RespondToComplaint,
  type ComplaintCommand,
} from './complaint.commands';
export { complaintCodec, type ComplaintEvent } from './complaint.events';
export type { ComplaintRejection } from './complaint.rejections';
