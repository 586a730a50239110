import { complaintCodec, type ComplaintEvent } from '@tenure/complaint-contract';
import type { DomainEvent, EventCodec, Recorded } from '@tenure/kernel';
import { policyCodec, type PolicyEvent } from '@tenure/policy-contract';
import { caseClockCodec, type CaseClockEvent } from '@tenure/service-standard-contract';
import { tierCodec, type TierEvent } from '@tenure/tier-contract';

/** The feed has decoded the event by its type. */
const oneOf = <Event extends DomainEvent>({ types }: EventCodec<Event>) => {
  const known: ReadonlySet<string> = new Set(types);
  return (event: Recorded): event is Recorded<Event> => known.has(event.type);
};

export const isComplaintEvent = oneOf<ComplaintEvent>(complaintCodec);
export const isTierEvent = oneOf<TierEvent>(tierCodec);
export const isCaseClockEvent = oneOf<CaseClockEvent>(caseClockCodec);
const isPolicyEvent = oneOf<PolicyEvent>(policyCodec);

export type PolicyPublishedEvent = Recorded<Extract<PolicyEvent, { type: 'PolicyPublished' }>>;

/** Of a kind that clocks run by; of an escalation chain the one is taken that is in force at a breach. */
export const isStandardPublished = (event: Recorded): event is PolicyPublishedEvent =>
  isPolicyEvent(event) &&
  event.type === 'PolicyPublished' &&
  ['service-standard', 'calendar', 'holidays'].includes(event.data.kind);

export const isEscalationPublished = (event: Recorded): boolean =>
  isPolicyEvent(event) && event.type === 'PolicyPublished' && event.data.kind === 'escalation';

/** All that the clocks of cases follow. */
export const CLOCK_PROCESS_HANDLES: readonly string[] = [
  ...complaintCodec.types,
  ...tierCodec.types,
  ...caseClockCodec.types,
  'PolicyPublished',
];
