import { accept, isBefore, reject } from '@tenure/kernel';
import type { ComplaintRejection } from '@tenure/complaint-contract';
import { idsOf, notOpen, type Of, type Outcome } from './complaint.deciding';
import type { Complaint, Opened } from './complaint.state';
import { afterHold } from './complaint-work.decider';

export function open(command: Of<'OpenComplaint'>, state: Complaint): Outcome {
  const { type: _, receivedBy, occurredAt, ...about } = command;
  if (state.status !== 'absent') return openAgain(command, state);
  if (about.agreedDueAt !== undefined && isBefore(about.agreedDueAt, occurredAt)) {
    return reject('complaint-due-before-opening', `it cannot be due at ${about.agreedDueAt}, before ${occurredAt}`);
  }
  return accept({ type: 'ComplaintOpened', data: { ...about, owner: receivedBy, openedAt: occurredAt } });
}

function openAgain({ customerId, subject, occurredAt }: Of<'OpenComplaint'>, state: Opened): Outcome {
  const isSame = state.customerId === customerId && state.subject === subject && state.openedAt === occurredAt;
  return isSame ? accept() : reject('complaint-already-opened-differently');
}

export function classify(command: Of<'ClassifyComplaint'>, state: Opened): Outcome {
  const { urgency = state.urgency, complexity = state.complexity, by, occurredAt } = command;
  if (urgency === state.urgency && complexity === state.complexity) return accept();
  if (state.status !== 'open') return notOpen(state);
  const data = { ...idsOf(state), urgency, complexity, by, classifiedAt: occurredAt };
  return accept({ type: 'ComplaintClassified', data });
}

export function agreeDueDate({ dueAt, by, occurredAt }: Of<'AgreeComplaintDueDate'>, state: Opened): Outcome {
  if (dueAt === state.agreedDueAt) return accept();
  if (state.status !== 'open') return notOpen(state);
  if (isBefore(dueAt, state.openedAt)) {
    return reject('complaint-due-before-opening', `the complaint was opened at ${state.openedAt}`);
  }
  return accept({ type: 'ComplaintDueDateAgreed', data: { ...idsOf(state), dueAt, by, agreedAt: occurredAt } });
}

export function linkDuplicate({ duplicateOf, by, occurredAt }: Of<'LinkDuplicateComplaint'>, state: Opened): Outcome {
  if (duplicateOf === state.complaintId) return reject('complaint-duplicate-of-itself');
  if (state.duplicateOf === duplicateOf) return accept();
  if (state.duplicateOf !== undefined) {
    return reject('complaint-already-linked-differently', `it is a duplicate of ${state.duplicateOf}`);
  }
  if (state.status !== 'open') return notOpen(state);
  const data = { ...idsOf(state), duplicateOf, by, linkedAt: occurredAt };
  const linked = { type: 'ComplaintLinkedAsDuplicate', data } as const;
  return afterHold(state, { by, occurredAt, cause: 'linked-as-duplicate' }, linked);
}

/** Why others can't be duplicates of this case. A chain of duplicates would hide which case is worked on. */
export function refusalAsOriginal(original: Complaint): ComplaintRejection | undefined {
  if (original.status === 'absent') return 'complaint-original-not-found';
  return original.duplicateOf === undefined ? undefined : 'complaint-original-is-duplicate';
}

export function issueProgressLink(command: Of<'IssueProgressLink'>, state: Opened): Outcome {
  const { linkHash, expiresAt, occurredAt } = command;
  if (state.linkHashes.includes(linkHash)) return accept();
  if (expiresAt !== undefined && !isBefore(occurredAt, expiresAt)) {
    return reject('complaint-progress-link-ends-before-issued');
  }
  const data = { ...idsOf(state), linkHash, issuedAt: occurredAt };
  return accept({
    type: 'ComplaintProgressLinkIssued',
    data: expiresAt === undefined ? data : { ...data, expiresAt },
  });
}
