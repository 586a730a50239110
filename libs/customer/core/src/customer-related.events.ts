import type { DomainEvent } from '@tenure/kernel';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { CustomerEvent } from '@tenure/customer-contract';
import type { InteractionEvent } from '@tenure/interaction-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { TierEvent } from '@tenure/tier-contract';

/** What moves a complaint between settled and open, or between people; the rest of its handling is in its own domain. */
export type CustomerComplaintEvent = Extract<
  ComplaintEvent,
  {
    type:
      | 'ComplaintOpened'
      | 'ComplaintHandOverOffered'
      | 'ComplaintAccepted'
      | 'ComplaintResponded'
      | 'ComplaintResolved'
      | 'ComplaintClosed'
      | 'ComplaintReopened'
      | 'ComplaintLinkedAsDuplicate';
  }
>;

/** Everything that changes what is known of a customer, from whatever domain. */
export type CustomerRelatedEvent =
  CustomerEvent | PurchaseEvent | InteractionEvent | CustomerComplaintEvent | TierEvent;

const TYPES: Readonly<Record<CustomerRelatedEvent['type'], true>> = {
  CustomerRegistered: true,
  CustomerProfileChanged: true,
  CustomerContactSet: true,
  CustomerContactRemoved: true,
  CustomerConsentSet: true,
  CustomerMerged: true,
  CustomerMergeUndone: true,
  PurchaseRecorded: true,
  PurchaseReturned: true,
  PurchaseCancelled: true,
  InteractionRecorded: true,
  InteractionSettled: true,
  ComplaintOpened: true,
  ComplaintHandOverOffered: true,
  ComplaintAccepted: true,
  ComplaintResponded: true,
  ComplaintResolved: true,
  ComplaintClosed: true,
  ComplaintReopened: true,
  ComplaintLinkedAsDuplicate: true,
  TierAssigned: true,
  TierChanged: true,
  TierOverridden: true,
  TierOverrideEnded: true,
};

export const isCustomerRelated = <Event extends DomainEvent>(event: Event): event is Event & CustomerRelatedEvent =>
  event.type in TYPES;

export const CUSTOMER_RELATED_TYPES = Object.keys(TYPES).filter(
  (type): type is CustomerRelatedEvent['type'] => type in TYPES,
);
