import { accept, isBefore, reject } from '@tenure/kernel';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import { idsOf, notOpen, type Of, type Outcome } from './complaint.deciding';
import type { Opened } from './complaint.state';
import { afterHold } from './complaint-work.decider';

export function resolve(command: Of<'ResolveComplaint'>, state: Opened): Outcome {
  const { by, remedy, compensation, reportedTimely, occurredAt } = command;
  if (state.duplicateOf !== undefined) return notOpen(state);
  if (state.status !== 'open') return state.remedy === remedy ? accept() : reject('complaint-already-resolved');
  const resolved: ComplaintEvent = {
    type: 'ComplaintResolved',
    data: {
      ...idsOf(state),
      by,
      remedy,
      ...(compensation && { compensation }),
      ...(reportedTimely !== undefined && { reportedTimely }),
      resolvedAt: occurredAt,
    },
  };
  return afterHold(state, { by, occurredAt, cause: 'resolved' }, resolved);
}

export function tellResult({ by, channel, occurredAt }: Of<'TellComplaintResult'>, state: Opened): Outcome {
  if (state.told?.by === by && state.told.channel === channel) return accept();
  const data = { ...idsOf(state), by, channel, toldAt: occurredAt };
  return onceSettled(state, occurredAt, { type: 'ComplaintResultTold', data });
}

export function followUp({ by, satisfaction, occurredAt }: Of<'FollowUpComplaint'>, state: Opened): Outcome {
  if (state.followedUp?.by === by && state.followedUp.satisfaction === satisfaction) return accept();
  const data = { ...idsOf(state), by, followedUpAt: occurredAt };
  return onceSettled(state, occurredAt, {
    type: 'ComplaintFollowedUp',
    data: satisfaction === undefined ? data : { ...data, satisfaction },
  });
}

export function close({ by, disputed, occurredAt }: Of<'CloseComplaint'>, state: Opened): Outcome {
  if (state.status === 'closed') return accept();
  const data = { ...idsOf(state), by, closedAt: occurredAt };
  return onceSettled(state, occurredAt, {
    type: 'ComplaintClosed',
    data: disputed === undefined ? data : { ...data, disputed },
  });
}

export function reopen({ by, reason, occurredAt }: Of<'ReopenComplaint'>, state: Opened): Outcome {
  if (state.status === 'open') return state.reopenedFor === reason ? accept() : reject('complaint-not-closed');
  const data = { ...idsOf(state), by, reason, reopenedAt: occurredAt };
  return onceSettled(state, occurredAt, { type: 'ComplaintReopened', data });
}

function onceSettled({ settledAt }: Opened, occurredAt: string, event: ComplaintEvent): Outcome {
  if (settledAt === undefined) return reject('complaint-not-resolved');
  if (isBefore(occurredAt, settledAt)) {
    return reject('complaint-happened-before-resolution', `the complaint was resolved or linked at ${settledAt}`);
  }
  return accept(event);
}
