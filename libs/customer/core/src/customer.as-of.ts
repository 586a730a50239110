import type { DomainEvent } from '@tenure/kernel';
import type { CustomerConsent, CustomerProfile, ProfileField } from '@tenure/customer-contract';
import type { TierInputs } from '@tenure/tier-contract';
import { isCustomerRelated, type CustomerRelatedEvent } from './customer-related.events';
import { figuresAfter, noFigures, type CustomerFigures } from './customer.figures';
import { casesAfter, noCases, type CustomerCases, type OpenCase } from './customer.open-cases';
import { evolve, type Customer, type FieldOrigin, type KnownContact } from './customer.state';
import { noStanding, standingAfter, type TierStanding } from './tier.standing';

/** All that the events say of a customer up to a moment. Plain JSON. */
export interface CustomerAsOf {
  readonly customerId: string;
  /** Null where the customer was not registered by then. */
  readonly registeredAt: string | null;
  readonly profile: CustomerProfile;
  /** Where each field of the profile came from, and since when it holds. */
  readonly origins: Readonly<Partial<Record<ProfileField, FieldOrigin>>>;
  readonly contacts: readonly KnownContact[];
  readonly consents: readonly CustomerConsent[];
  /** The id that is used in place of this one; null where there is none. */
  readonly mergedInto: string | null;
  readonly tier: TierStanding & { readonly inputs: TierInputs | null };
  readonly figures: CustomerFigures;
  readonly openCases: readonly OpenCase[];
  /** How many events it was folded from. */
  readonly events: number;
}

/** Folds a customer's events, of whatever stream, in the order of the log; event types of no concern are passed over. */
export function customerAsOf(customerId: string, events: Iterable<DomainEvent>): CustomerAsOf {
  let known: Known = nothing;
  let count = 0;
  for (const event of events) {
    if (!isCustomerRelated(event)) continue;
    known = { ...known, ...changesOf(known, event) };
    count++;
  }
  const { customer, standing, inputs, figures, cases } = known;
  return {
    customerId,
    ...registrationOf(customer),
    tier: { ...standing, inputs },
    figures,
    openCases: cases.open,
    events: count,
  };
}

type Registration = Pick<CustomerAsOf, 'registeredAt' | 'profile' | 'origins' | 'contacts' | 'consents' | 'mergedInto'>;

const unregistered: Registration = {
  registeredAt: null,
  profile: {},
  origins: {},
  contacts: [],
  consents: [],
  mergedInto: null,
};

function registrationOf(known: Customer): Registration {
  if (known.status === 'absent') return unregistered;
  const { registeredAt, profile, origins, contacts, consents, mergedInto = null } = known;
  return { registeredAt, profile, origins, contacts, consents, mergedInto };
}

interface Known {
  readonly customer: Customer;
  readonly standing: TierStanding;
  readonly inputs: TierInputs | null;
  readonly figures: CustomerFigures;
  readonly cases: CustomerCases;
}

const nothing: Known = {
  customer: { status: 'absent' },
  standing: noStanding,
  inputs: null,
  figures: noFigures,
  cases: noCases,
};

function changesOf(known: Known, event: CustomerRelatedEvent): Partial<Known> {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'CustomerProfileChanged':
    case 'CustomerContactSet':
    case 'CustomerContactRemoved':
    case 'CustomerConsentSet':
    case 'CustomerMerged':
    case 'CustomerMergeUndone':
      return { customer: evolve(known.customer, event) };
    case 'TierAssigned':
    case 'TierChanged':
      return { standing: standingAfter(known.standing, event), inputs: event.data.inputs };
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return { standing: standingAfter(known.standing, event), inputs: null };
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return { figures: { ...known.figures, ...figuresAfter(known.figures, event) } };
    case 'InteractionRecorded':
    case 'InteractionSettled':
    case 'ComplaintOpened':
    case 'ComplaintHandOverOffered':
    case 'ComplaintAccepted':
    case 'ComplaintResponded':
    case 'ComplaintResolved':
    case 'ComplaintClosed':
    case 'ComplaintReopened':
    case 'ComplaintLinkedAsDuplicate':
      return {
        figures: { ...known.figures, ...figuresAfter(known.figures, event) },
        cases: casesAfter(known.cases, event),
      };
  }
}
