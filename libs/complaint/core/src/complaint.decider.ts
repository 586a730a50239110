import { isBefore, reject, type Decider } from '@tenure/kernel';
import type { ComplaintEvent, ComplaintRejection } from '@tenure/complaint-contract';
import { type Command, type Outcome } from './complaint.deciding';
import { agreeDueDate, classify, issueProgressLink, linkDuplicate, open } from './complaint-intake.decider';
import { close, followUp, reopen, resolve, tellResult } from './complaint-outcome.decider';
import { acceptCase, declineHandOver, offerHandOver } from './complaint-ownership.decider';
import { evolve, type Complaint, type Opened } from './complaint.state';
import { answerHelp, continueCase, hold, requestHelp, respond } from './complaint-work.decider';

/** A case from its opening to its close, with an owner at every moment (R12, 首问负责制). */
export const complaint: Decider<Complaint, Command, ComplaintEvent, ComplaintRejection> = {
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'OpenComplaint') return open(command, state);
    if (state.status === 'absent') return reject('complaint-not-found');
    if (isBefore(command.occurredAt, state.openedAt)) {
      return reject('complaint-happened-before-opening', `the complaint was opened at ${state.openedAt}`);
    }
    return decideOnOpened(command, state);
  },
};

function decideOnOpened(command: Exclude<Command, { type: 'OpenComplaint' }>, state: Opened): Outcome {
  switch (command.type) {
    case 'ClassifyComplaint':
      return classify(command, state);
    case 'AgreeComplaintDueDate':
      return agreeDueDate(command, state);
    case 'OfferComplaintHandOver':
      return offerHandOver(command, state);
    case 'AcceptComplaint':
      return acceptCase(command, state);
    case 'DeclineComplaintHandOver':
      return declineHandOver(command, state);
    case 'RespondToComplaint':
      return respond(command, state);
    case 'HoldComplaint':
      return hold(command, state);
    case 'ContinueComplaint':
      return continueCase(command, state);
    case 'RequestInternalHelp':
      return requestHelp(command, state);
    case 'AnswerInternalHelp':
      return answerHelp(command, state);
    case 'ResolveComplaint':
      return resolve(command, state);
    case 'TellComplaintResult':
      return tellResult(command, state);
    case 'FollowUpComplaint':
      return followUp(command, state);
    case 'CloseComplaint':
      return close(command, state);
    case 'ReopenComplaint':
      return reopen(command, state);
    case 'LinkDuplicateComplaint':
      return linkDuplicate(command, state);
    case 'IssueProgressLink':
      return issueProgressLink(command, state);
  }
}
