import { moneyText, type DomainEvent } from '@tenure/kernel';
import { contactPlanCodec, type ContactPlanEvent } from '@tenure/contact-plan-contract';
import { remedyCodec, type RemedyEvent } from '@tenure/remedy-contract';
import { serviceRecordCodec, type ServiceRecordEvent } from '@tenure/service-record-contract';
import type { CaseClockEvent } from '@tenure/service-standard-contract';
import type { Money } from '@tenure/shared-contract';

/** Of the clocks of a case the customer's history shows what went wrong; how they ran is in the history of the case. */
type Overdue = Extract<CaseClockEvent, { type: 'ClockBreached' | 'ClockEscalated' }>;
type ServiceEvent = ContactPlanEvent | RemedyEvent | ServiceRecordEvent | Overdue;

const TYPES: ReadonlySet<string> = new Set([
  ...contactPlanCodec.types,
  ...remedyCodec.types,
  ...serviceRecordCodec.types,
  'ClockBreached',
  'ClockEscalated',
]);

export const isOfService = <Event extends DomainEvent>(event: Event): event is Event & ServiceEvent =>
  TYPES.has(event.type);

/** A line of a customer's timeline on what is done for the customer, and what of it was promised. */
export function serviceSentence(event: ServiceEvent): string {
  switch (event.type) {
    case 'ContactPlanned':
    case 'ContactDone':
    case 'ContactMissed':
    case 'ContactDropped':
      return contactSentence(event);
    case 'RemedyGranted':
    case 'RemedyApprovalRequested':
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyCancelled':
      return remedySentence(event);
    case 'ServiceRecorded':
      return `Service (${event.data.serviceType}) by ${event.data.servedBy}, answered for by ${event.data.responsible}`;
    case 'ServiceRecordSignedOff':
      return `Service record ${event.data.recordId} signed off by ${event.data.by}`;
    case 'ServiceRecordRated':
      return `Service record ${event.data.recordId} rated ${event.data.satisfaction} of 5 by the customer`;
    case 'ClockBreached':
      return `Case ${event.data.caseId}: ${event.data.kind} overdue since ${event.data.dueAt}`;
    case 'ClockEscalated':
      return `Case ${event.data.caseId}: overdue ${event.data.kind} escalated, step ${event.data.step}`;
  }
}

function contactSentence(event: ContactPlanEvent): string {
  switch (event.type) {
    case 'ContactPlanned':
      return `Planned ${event.data.kind} in ${event.data.period}`;
    case 'ContactDone':
      return `Planned ${event.data.kind} done by ${event.data.by}`;
    case 'ContactMissed':
      return `Planned ${event.data.kind} missed: it was due by ${event.data.dueBy}`;
    case 'ContactDropped':
      return `Planned ${event.data.kind} no longer called for: ${event.data.reason}`;
  }
}

function remedySentence(event: RemedyEvent): string {
  switch (event.type) {
    case 'RemedyGranted':
      return `Remedy of ${money(event.data.amount)} for ${event.data.reason} by ${event.data.personId}`;
    case 'RemedyApprovalRequested':
      return `Remedy of ${money(event.data.amount)} for ${event.data.reason} asked for by ${event.data.personId}`;
    case 'RemedyApproved':
      return `Remedy of ${money(event.data.amount)} approved by ${event.data.by}`;
    case 'RemedyDeclined':
      return `Remedy ${event.data.remedyId} declined by ${event.data.by}`;
    case 'RemedyCancelled':
      return `Remedy ${event.data.remedyId} taken back by ${event.data.by}`;
  }
}

const money = ({ amountMinor, currency }: Money): string => moneyText(amountMinor, currency);
