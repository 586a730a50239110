import type { Projection } from '@tenure/kernel';
import type { ComplaintEvent } from '@tenure/complaint-contract';

/** One case, where it stands and when it got there. Times are ISO 8601. */
export interface ComplaintQueueRow {
  readonly complaintId: string;
  readonly customerId: string;
  readonly status: 'open' | 'resolved' | 'closed';
  readonly owner: string;
  /** Who was asked to take it over and has not accepted. */
  readonly offeredTo: string | null;
  readonly channel: string;
  readonly subject: string;
  readonly product: string | null;
  readonly issueType: string | null;
  readonly openedAt: string;
  /** The first acceptance by a named person. */
  readonly acceptedAt: string | null;
  readonly firstRespondedAt: string | null;
  /** This, the remedy, the close and the dispute are empty again once the case is reopened. */
  readonly resolvedAt: string | null;
  readonly remedy: string | null;
  readonly closedAt: string | null;
  readonly disputed: boolean | null;
  readonly reopenedAt: string | null;
  readonly reopenings: number;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

/** Which complaints wait for whom. */
export const complaintQueue: Projection<ComplaintQueueRow, ComplaintEvent> = {
  name: 'complaint-queue',
  version: 1,
  handles: [
    'ComplaintOpened',
    'ComplaintHandOverOffered',
    'ComplaintAccepted',
    'ComplaintResponded',
    'ComplaintResolved',
    'ComplaintClosed',
    'ComplaintReopened',
  ],
  keysOf: ({ data: { complaintId } }) => [complaintId],
  fold: (row, event) => {
    const { position, metadata } = event;
    const known = row ?? newRow(event.data, metadata.occurredAt, position);
    return { ...known, ...changesOf(known, event), position };
  },
};

const newRow = (
  { complaintId, customerId }: ComplaintEvent['data'],
  openedAt: string,
  position: bigint,
): ComplaintQueueRow => ({
  complaintId,
  customerId,
  status: 'open',
  owner: '',
  offeredTo: null,
  channel: 'other',
  subject: '',
  product: null,
  issueType: null,
  openedAt,
  acceptedAt: null,
  firstRespondedAt: null,
  resolvedAt: null,
  remedy: null,
  closedAt: null,
  disputed: null,
  reopenedAt: null,
  reopenings: 0,
  position,
});

function changesOf(row: ComplaintQueueRow, event: ComplaintEvent): Partial<ComplaintQueueRow> {
  switch (event.type) {
    case 'ComplaintOpened': {
      const { owner, channel, subject, product = null, issueType = null, openedAt } = event.data;
      return { owner, channel, subject, product, issueType, openedAt };
    }
    case 'ComplaintHandOverOffered':
      return { offeredTo: event.data.to };
    case 'ComplaintAccepted':
      return { owner: event.data.owner, offeredTo: null, acceptedAt: row.acceptedAt ?? event.data.acceptedAt };
    case 'ComplaintResponded':
      return { firstRespondedAt: row.firstRespondedAt ?? event.data.respondedAt };
    case 'ComplaintResolved':
      return { status: 'resolved', resolvedAt: event.data.resolvedAt, remedy: event.data.remedy };
    case 'ComplaintClosed':
      return { status: 'closed', closedAt: event.data.closedAt, disputed: event.data.disputed ?? null };
    case 'ComplaintReopened': {
      const { reopenedAt } = event.data;
      const reopened = { status: 'open', reopenedAt, reopenings: row.reopenings + 1 } as const;
      return { ...reopened, resolvedAt: null, remedy: null, closedAt: null, disputed: null };
    }
  }
}
