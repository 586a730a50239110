import type { ComplaintEvent } from '@tenure/complaint-contract';
import { complaintCodec } from '@tenure/complaint-contract';
import type { Projection } from '@tenure/kernel';
import { caseClockCodec, type CaseClockEvent } from '@tenure/service-standard-contract';
import { NOT_DUE, type CaseQueueRow } from './case-queue.row';
import type { ClockEvent } from './clock.state';
import { momentOf, timeOf } from './moment';
import { queueColumns, queuedAfter } from './queued.clocks';

type Handled = ComplaintEvent | CaseClockEvent;

/** Which cases wait for somebody, and for which of them first. */
export const caseQueue: Projection<CaseQueueRow, Handled> = {
  name: 'case-queue',
  version: 1,
  handles: [...complaintCodec.types, ...caseClockCodec.types],
  keysOf: ({ data }) => ['complaintId' in data ? data.complaintId : data.caseId],
  fold: (row, event, caseId) => {
    const before = row ?? unopened(caseId, event.data.customerId);
    const after = isOfClock(event) ? withClock(before, event) : { ...before, ...changesOf(event) };
    const isOwed = Object.keys(after.dueByKind).length > 0;
    return { ...after, isWaiting: isOwed || (after.status === 'open' && after.duplicateOf === null) };
  },
};

const CLOCK_TYPES: ReadonlySet<string> = new Set(caseClockCodec.types);
const isOfClock = (event: Handled): event is CaseClockEvent => CLOCK_TYPES.has(event.type);

function withClock(row: CaseQueueRow, event: CaseClockEvent): CaseQueueRow {
  if (event.type === 'ClockBasisChanged') return row;
  const clocks = queuedAfter(row.clocks, event);
  return { ...row, clocks, ...queueColumns(clocks), tier: tierOf(event) ?? row.tier };
}

const tierOf = (event: ClockEvent): string | undefined =>
  event.type === 'ClockStarted' || event.type === 'ClockRetargeted' ? event.data.target.tier : undefined;

function changesOf({ type, data }: ComplaintEvent): Partial<CaseQueueRow> {
  switch (type) {
    case 'ComplaintOpened': {
      const { customerId, subject, channel, owner, caseType, urgency, complexity, openedAt } = data;
      const kind = { caseType: caseType ?? 'complaint', urgency: urgency ?? 'normal' };
      const opened = { complexity: complexity ?? 'routine', openedAt: timeOf(momentOf(openedAt)) };
      return { customerId, subject, channel, owner, ...kind, ...opened, status: 'open' };
    }
    case 'ComplaintClassified':
      return { urgency: data.urgency, complexity: data.complexity };
    case 'ComplaintAccepted':
      return { owner: data.owner };
    case 'ComplaintResolved':
      return { status: 'resolved' };
    case 'ComplaintClosed':
      return { status: 'closed' };
    case 'ComplaintReopened':
      return { status: 'open', duplicateOf: null };
    case 'ComplaintLinkedAsDuplicate':
      return { duplicateOf: data.duplicateOf };
    case 'ComplaintDueDateAgreed':
    case 'ComplaintHandOverOffered':
    case 'ComplaintHandOverDeclined':
    case 'ComplaintResponded':
    case 'ComplaintHeld':
    case 'ComplaintContinued':
    case 'InternalHelpRequested':
    case 'InternalHelpAnswered':
    case 'ComplaintResultTold':
    case 'ComplaintFollowedUp':
    case 'ComplaintProgressLinkIssued':
      return {};
  }
}

/** The log tells of no case before it is opened; a part of a log might, and a row has to be of something. */
const unopened = (caseId: string, customerId: string): CaseQueueRow => ({
  caseId,
  customerId,
  subject: '',
  channel: 'other',
  caseType: 'complaint',
  urgency: 'normal',
  complexity: 'routine',
  owner: '',
  tier: null,
  status: 'open',
  openedAt: '1970-01-01T00:00:00.000Z',
  duplicateOf: null,
  clocks: {},
  dueFirst: NOT_DUE,
  dueByKind: {},
  isBreached: false,
  isWarned: false,
  isPaused: false,
  isWaiting: true,
});
