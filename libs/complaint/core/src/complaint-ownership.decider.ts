import { accept, reject } from '@tenure/kernel';
import { idsOf, notOpen, type Of, type Outcome } from './complaint.deciding';
import type { Opened } from './complaint.state';

export function offerHandOver({ to, occurredAt }: Of<'OfferComplaintHandOver'>, state: Opened): Outcome {
  if (state.status !== 'open') return notOpen(state);
  if (to === state.owner) return reject('complaint-hand-over-to-owner');
  if (to === state.offeredTo) return accept();
  const data = { ...idsOf(state), from: state.owner, to, offeredAt: occurredAt };
  return accept({ type: 'ComplaintHandOverOffered', data });
}

/** Until somebody has accepted it any named person may; from then on only who was asked. */
export function acceptCase({ by, occurredAt }: Of<'AcceptComplaint'>, state: Opened): Outcome {
  if (state.status !== 'open') return notOpen(state);
  const { owner, acceptedBy, offeredTo } = state;
  if (acceptedBy === by) return accept();
  if (acceptedBy !== undefined && offeredTo !== by) return refuseStranger(state, acceptedBy);
  const data = { ...idsOf(state), owner: by, previousOwner: owner, acceptedAt: occurredAt };
  return accept({ type: 'ComplaintAccepted', data });
}

const refuseStranger = ({ offeredTo }: Opened, acceptedBy: string): Outcome =>
  offeredTo === undefined
    ? reject('complaint-accepted-by-another', `${acceptedBy} has accepted it and did not offer it to anyone`)
    : reject('complaint-offered-to-another', `${acceptedBy} has offered it to ${offeredTo}`);

export function declineHandOver({ by, occurredAt }: Of<'DeclineComplaintHandOver'>, state: Opened): Outcome {
  const { owner, offeredTo, declinedBy } = state;
  if (offeredTo === undefined && declinedBy === by) return accept();
  if (state.status !== 'open') return notOpen(state);
  if (offeredTo === undefined) return reject('complaint-not-offered');
  if (offeredTo !== by) return reject('complaint-offered-to-another', `it was offered to ${offeredTo}`);
  return accept({ type: 'ComplaintHandOverDeclined', data: { ...idsOf(state), owner, by, declinedAt: occurredAt } });
}
