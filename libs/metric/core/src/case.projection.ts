import type { ComplaintEvent } from '@tenure/complaint-contract';
import { instant, type Projection, type Recorded } from '@tenure/kernel';
import type { CaseClockEvent } from '@tenure/service-standard-contract';
import { MEASURED_CLOCKS, type CaseFacts, type CaseStep, type ClockStep } from './case.facts';

export type CaseMetricRow = CaseFacts;

type Handled = Extract<ComplaintEvent, { type: (typeof OF_COMPLAINT)[number] }>;
type Timed = Extract<CaseClockEvent, { type: (typeof OF_CLOCK)[number] }>;

const OF_COMPLAINT = [
  'ComplaintOpened',
  'ComplaintAccepted',
  'ComplaintResponded',
  'ComplaintResolved',
  'ComplaintReopened',
  'ComplaintClosed',
  'ComplaintLinkedAsDuplicate',
] as const;
const OF_CLOCK = [
  'ClockStarted',
  'ClockBreached',
  'ClockPaused',
  'ClockRetargeted',
  'ClockMet',
  'ClockContinued',
  'ClockCancelled',
] as const;

/** What metrics count of each case: when what was done, and what became of its clocks. */
export const metricCase: Projection<CaseMetricRow, Handled | Timed> = {
  name: 'metric-case',
  version: 1,
  handles: [...OF_COMPLAINT, ...OF_CLOCK],
  keysOf: (event) => {
    if ('complaintId' in event.data) return [event.data.complaintId];
    return isTimed(event) && clockStep(event) ? [event.data.caseId] : [];
  },
  fold: (row, event, caseId) => {
    const known = row ?? newCase(caseId, event);
    if (isTimed(event)) {
      const step = clockStep(event);
      return step ? { ...known, clocks: [...known.clocks, step], latestAt: later(known, step.at) } : known;
    }
    if (event.type === 'ComplaintOpened') return opened(known, event.data);
    const step = caseStep(event);
    return step ? { ...known, steps: [...known.steps, step], latestAt: later(known, step.at) } : known;
  },
};

const isTimed = (event: Recorded<Handled | Timed>): event is Recorded<Timed> => 'caseId' in event.data;

const newCase = (caseId: string, { data: { customerId } }: Recorded<Handled | Timed>): CaseFacts => ({
  caseId,
  customerId,
  product: null,
  caseType: 'complaint',
  openedAt: null,
  latestAt: instant(0),
  steps: [],
  clocks: [],
});

function opened(known: CaseFacts, data: Extract<Handled, { type: 'ComplaintOpened' }>['data']): CaseFacts {
  const { product = null, caseType = 'complaint', openedAt } = data;
  const at = Date.parse(openedAt);
  return { ...known, product, caseType, openedAt: instant(at), latestAt: later(known, at) };
}

const later = ({ latestAt }: CaseFacts, at: number): string => instant(Math.max(Date.parse(latestAt), at));

type Worked = Exclude<Handled, { type: 'ComplaintOpened' }>;

function caseStep(event: Recorded<Worked>): CaseStep | undefined {
  switch (event.type) {
    case 'ComplaintAccepted': {
      const { owner, previousOwner, acceptedAt } = event.data;
      return owner === previousOwner ? undefined : { did: 'handed-over', at: Date.parse(acceptedAt) };
    }
    case 'ComplaintResponded':
      return { did: 'replied', at: Date.parse(event.data.respondedAt) };
    case 'ComplaintResolved':
      return { did: 'resolved', at: Date.parse(event.data.resolvedAt) };
    case 'ComplaintReopened':
      return { did: 'reopened', at: Date.parse(event.data.reopenedAt) };
    case 'ComplaintClosed': {
      const { disputed, closedAt } = event.data;
      return { did: 'closed', at: Date.parse(closedAt), ...(disputed !== undefined && { disputed }) };
    }
    case 'ComplaintLinkedAsDuplicate':
      return { did: 'linked-as-duplicate', at: Date.parse(event.data.linkedAt) };
  }
}

/** A clock's id is its kind, as there is one of these two in each case. */
function clockStep(event: Recorded<Timed>): ClockStep | undefined {
  const clock = MEASURED_CLOCKS.find((known) => known === event.data.clockId);
  const step = clock && doneTo(event);
  return clock && step && { clock, ...step };
}

function doneTo(event: Recorded<Timed>): Omit<ClockStep, 'clock'> | undefined {
  switch (event.type) {
    case 'ClockStarted':
      return { did: 'started', at: Date.parse(event.data.startedAt) };
    case 'ClockBreached':
      return { did: 'breached', at: Date.parse(event.data.breachedAt) };
    case 'ClockPaused':
      return event.data.breachVoided ? { did: 'voided', at: Date.parse(event.data.pausedAt) } : undefined;
    case 'ClockRetargeted':
      return event.data.breachVoided ? { did: 'voided', at: Date.parse(event.data.retargetedAt) } : undefined;
    case 'ClockMet':
      return { did: event.data.late ? 'met-late' : 'met', at: Date.parse(event.data.metAt) };
    case 'ClockContinued':
      return { did: 'continued', at: Date.parse(event.data.continuedAt) };
    case 'ClockCancelled': {
      const { reason, cancelledAt } = event.data;
      return { did: reason === 'duplicate' ? 'cancelled-as-duplicate' : 'cancelled', at: Date.parse(cancelledAt) };
    }
  }
}
