import { accept, reject, type Decider, type Decision } from '@tenure/kernel';
import type { ComplaintCommand, ComplaintEvent, ComplaintRejection } from '@tenure/complaint-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolve, type Complaint, type Opened } from './complaint.state';

type Command = Plain<ComplaintCommand>;
type Outcome = Decision<ComplaintEvent, ComplaintRejection>;

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
    case 'OfferComplaintHandOver':
      return offerHandOver(command, state);
    case 'AcceptComplaint':
      return acceptCase(command, state);
    case 'RespondToComplaint':
      return respond(command, state);
    case 'ResolveComplaint':
      return resolve(command, state);
    case 'CloseComplaint':
      return close(command, state);
    case 'ReopenComplaint':
      return reopen(command, state);
  }
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

function open(command: Of<'OpenComplaint'>, state: Complaint): Outcome {
  const { complaintId, customerId, channel, subject, description, product, issueType, receivedBy, occurredAt } =
    command;
  if (state.status === 'absent') {
    const about = { complaintId, customerId, channel, subject, description, product, issueType };
    return accept({ type: 'ComplaintOpened', data: { ...about, owner: receivedBy, openedAt: occurredAt } });
  }
  const same = state.customerId === customerId && state.subject === subject && state.openedAt === occurredAt;
  return same ? accept() : reject('complaint-already-opened-differently');
}

function offerHandOver({ to, occurredAt }: Of<'OfferComplaintHandOver'>, state: Opened): Outcome {
  if (state.status !== 'open') return reject('complaint-not-open');
  if (to === state.owner) return reject('complaint-hand-over-to-owner');
  if (to === state.offeredTo) return accept();
  return accept({
    type: 'ComplaintHandOverOffered',
    data: { ...ids(state), from: state.owner, to, offeredAt: occurredAt },
  });
}

function acceptCase({ by, occurredAt }: Of<'AcceptComplaint'>, state: Opened): Outcome {
  if (state.status !== 'open') return reject('complaint-not-open');
  if (state.acceptedBy === by && state.offeredTo === undefined) return accept();
  const data = { ...ids(state), owner: by, previousOwner: state.owner, acceptedAt: occurredAt };
  return accept({ type: 'ComplaintAccepted', data });
}

function respond({ by, message, occurredAt }: Of<'RespondToComplaint'>, state: Opened): Outcome {
  if (state.lastResponse?.by === by && state.lastResponse.message === message) return accept();
  if (state.status === 'closed') return reject('complaint-not-open');
  const data = { ...ids(state), by, message, first: state.lastResponse === undefined, respondedAt: occurredAt };
  return accept({ type: 'ComplaintResponded', data });
}

function resolve({ by, remedy, compensation, occurredAt }: Of<'ResolveComplaint'>, state: Opened): Outcome {
  if (state.status !== 'open') return state.remedy === remedy ? accept() : reject('complaint-already-resolved');
  const data = { ...ids(state), by, remedy, resolvedAt: occurredAt };
  return accept({ type: 'ComplaintResolved', data: compensation ? { ...data, compensation } : data });
}

function close({ by, disputed, occurredAt }: Of<'CloseComplaint'>, state: Opened): Outcome {
  if (state.status === 'open') return reject('complaint-not-resolved');
  if (state.status === 'closed') return accept();
  const data = { ...ids(state), by, closedAt: occurredAt };
  return accept({ type: 'ComplaintClosed', data: disputed === undefined ? data : { ...data, disputed } });
}

function reopen({ by, reason, occurredAt }: Of<'ReopenComplaint'>, state: Opened): Outcome {
  if (state.status === 'open') return state.reopenedFor === reason ? accept() : reject('complaint-not-closed');
  return accept({ type: 'ComplaintReopened', data: { ...ids(state), by, reason, reopenedAt: occurredAt } });
}

const ids = ({ complaintId, customerId }: Opened) => ({ complaintId, customerId });

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);
