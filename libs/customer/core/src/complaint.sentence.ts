import type { DomainEvent } from '@tenure/kernel';
import { complaintCodec, type ComplaintEvent } from '@tenure/complaint-contract';

const TYPES: ReadonlySet<string> = new Set(complaintCodec.types);

export const isComplaint = <Event extends DomainEvent>(event: Event): event is Event & ComplaintEvent =>
  TYPES.has(event.type);

/** A line of a customer's timeline; what was noted inside the house stays out of it. */
export function complaintSentence(event: ComplaintEvent): string {
  switch (event.type) {
    case 'ComplaintOpened':
    case 'ComplaintClassified':
    case 'ComplaintDueDateAgreed':
    case 'ComplaintHandOverOffered':
    case 'ComplaintAccepted':
    case 'ComplaintHandOverDeclined':
    case 'ComplaintLinkedAsDuplicate':
      return intakeSentence(event);
    case 'ComplaintResponded':
    case 'ComplaintHeld':
    case 'ComplaintContinued':
    case 'InternalHelpRequested':
    case 'InternalHelpAnswered':
      return workSentence(event);
    case 'ComplaintResolved':
    case 'ComplaintResultTold':
    case 'ComplaintFollowedUp':
    case 'ComplaintClosed':
    case 'ComplaintReopened':
    case 'ComplaintProgressLinkIssued':
      return outcomeSentence(event);
  }
}

type Of<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;

type Intake = Of<
  | 'ComplaintOpened'
  | 'ComplaintClassified'
  | 'ComplaintDueDateAgreed'
  | 'ComplaintHandOverOffered'
  | 'ComplaintAccepted'
  | 'ComplaintHandOverDeclined'
  | 'ComplaintLinkedAsDuplicate'
>;

function intakeSentence(event: Intake): string {
  switch (event.type) {
    case 'ComplaintOpened':
      return `Complaint by ${event.data.channel}, received by ${event.data.owner}: ${event.data.subject}`;
    case 'ComplaintClassified':
      return `Complaint classified by ${event.data.by}: ${event.data.urgency}, ${event.data.complexity}`;
    case 'ComplaintDueDateAgreed':
      return `Complaint due by agreement at ${event.data.dueAt}`;
    case 'ComplaintHandOverOffered':
      return `Complaint offered by ${event.data.from} to ${event.data.to}`;
    case 'ComplaintAccepted':
      return `Complaint accepted by ${event.data.owner} from ${event.data.previousOwner}`;
    case 'ComplaintHandOverDeclined':
      return `Complaint declined by ${event.data.by}, stays with ${event.data.owner}`;
    case 'ComplaintLinkedAsDuplicate':
      return `Complaint linked by ${event.data.by} as a duplicate of ${event.data.duplicateOf}`;
  }
}

type Work = Of<
  'ComplaintResponded' | 'ComplaintHeld' | 'ComplaintContinued' | 'InternalHelpRequested' | 'InternalHelpAnswered'
>;

function workSentence(event: Work): string {
  switch (event.type) {
    case 'ComplaintResponded':
      return `${event.data.first ? 'First answer' : 'Answer'} to the complaint by ${event.data.by}`;
    case 'ComplaintHeld':
      return `Complaint held by ${event.data.by}: ${event.data.reasonKind}`;
    case 'ComplaintContinued':
      return `Complaint continued by ${event.data.by}`;
    case 'InternalHelpRequested':
      return `Internal help asked of ${event.data.from} by ${event.data.by}`;
    case 'InternalHelpAnswered':
      return `Internal help given by ${event.data.by}`;
  }
}

function outcomeSentence(event: Exclude<ComplaintEvent, Intake | Work>): string {
  switch (event.type) {
    case 'ComplaintResolved':
      return `Complaint resolved by ${event.data.by}: ${event.data.remedy}`;
    case 'ComplaintResultTold':
      return `Result of the complaint told by ${event.data.by}, by ${event.data.channel}`;
    case 'ComplaintFollowedUp': {
      const { by, satisfaction } = event.data;
      return `Complaint followed up by ${by}${satisfaction === undefined ? '' : `, rated ${satisfaction} of 5`}`;
    }
    case 'ComplaintClosed':
      return `Complaint closed by ${event.data.by}${event.data.disputed ? ', disputed by the customer' : ''}`;
    case 'ComplaintReopened':
      return `Complaint reopened by ${event.data.by}: ${event.data.reason}`;
    case 'ComplaintProgressLinkIssued':
      return 'Link to the progress of the complaint issued';
  }
}
