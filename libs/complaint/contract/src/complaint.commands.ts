import type { CommandDescription } from '@tenure/shared-contract';
import {
  AgreeComplaintDueDate,
  ClassifyComplaint,
  LinkDuplicateComplaint,
  OpenComplaint,
} from './complaint-intake.commands';
import {
  CloseComplaint,
  FollowUpComplaint,
  ReopenComplaint,
  ResolveComplaint,
  TellComplaintResult,
} from './complaint-outcome.commands';
import { AcceptComplaint, DeclineComplaintHandOver, OfferComplaintHandOver } from './complaint-ownership.commands';
import { IssueProgressLink } from './complaint-progress.commands';
import {
  AnswerInternalHelp,
  ContinueComplaint,
  HoldComplaint,
  RequestInternalHelp,
  RespondToComplaint,
} from './complaint-work.commands';

export type ComplaintCommand =
  | OpenComplaint
  | ClassifyComplaint
  | AgreeComplaintDueDate
  | OfferComplaintHandOver
  | AcceptComplaint
  | DeclineComplaintHandOver
  | RespondToComplaint
  | HoldComplaint
  | ContinueComplaint
  | RequestInternalHelp
  | AnswerInternalHelp
  | ResolveComplaint
  | TellComplaintResult
  | FollowUpComplaint
  | CloseComplaint
  | ReopenComplaint
  | LinkDuplicateComplaint
  | IssueProgressLink;

export const complaintCommands: readonly CommandDescription<ComplaintCommand>[] = [
  { command: OpenComplaint, cloudEventType: 'tenure.complaint.opened' },
  { command: ClassifyComplaint, cloudEventType: 'tenure.complaint.classified' },
  { command: AgreeComplaintDueDate, cloudEventType: 'tenure.complaint.due-date-agreed' },
  { command: OfferComplaintHandOver, cloudEventType: 'tenure.complaint.hand-over-offered' },
  { command: AcceptComplaint, cloudEventType: 'tenure.complaint.accepted' },
  { command: DeclineComplaintHandOver, cloudEventType: 'tenure.complaint.hand-over-declined' },
  { command: RespondToComplaint, cloudEventType: 'tenure.complaint.responded' },
  { command: HoldComplaint, cloudEventType: 'tenure.complaint.held' },
  { command: ContinueComplaint, cloudEventType: 'tenure.complaint.continued' },
  { command: RequestInternalHelp, cloudEventType: 'tenure.complaint.help-requested' },
  { command: AnswerInternalHelp, cloudEventType: 'tenure.complaint.help-answered' },
  { command: ResolveComplaint, cloudEventType: 'tenure.complaint.resolved' },
  { command: TellComplaintResult, cloudEventType: 'tenure.complaint.result-told' },
  { command: FollowUpComplaint, cloudEventType: 'tenure.complaint.followed-up' },
  { command: CloseComplaint, cloudEventType: 'tenure.complaint.closed' },
  { command: ReopenComplaint, cloudEventType: 'tenure.complaint.reopened' },
  { command: LinkDuplicateComplaint, cloudEventType: 'tenure.complaint.linked-as-duplicate' },
  { command: IssueProgressLink, cloudEventType: 'tenure.complaint.progress-link-issued' },
];
