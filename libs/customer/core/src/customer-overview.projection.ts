import type { Projection } from '@tenure/kernel';
import type { CustomerEvent, CustomerProfile, ProfileField } from '@tenure/customer-contract';
import { CUSTOMER_RELATED_TYPES, type CustomerRelatedEvent } from './customer-related.events';
import { figuresAfter, noFigures, type CustomerFigures } from './customer.figures';
import { noStanding, standingAfter, type TierStanding } from './tier.standing';

/** One customer at a glance. Whoever was never registered has a row all the same, once something happens. */
export interface CustomerOverviewRow extends OverviewProfile, CustomerFigures, TierStanding {
  readonly customerId: string;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

interface OverviewProfile {
  readonly name: string | null;
  readonly kind: string | null;
  readonly country: string | null;
  /** GB/T 4754-2017. */
  readonly industryCode: string | null;
  readonly companySize: string | null;
  readonly growthPotential: string | null;
  readonly registeredAt: string | null;
  /** The id that is used in place of this one. */
  readonly mergedInto: string | null;
}

const noProfile: OverviewProfile = {
  name: null,
  kind: null,
  country: null,
  industryCode: null,
  companySize: null,
  growthPotential: null,
  registeredAt: null,
  mergedInto: null,
};

export const customerOverview: Projection<CustomerOverviewRow, CustomerRelatedEvent> = {
  name: 'customer-overview',
  version: 1,
  handles: CUSTOMER_RELATED_TYPES,
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => {
    const { position } = event;
    const known = row ?? { customerId, ...noProfile, ...noFigures, ...noStanding, position };
    return { ...known, ...changesOf(known, event), position };
  },
};

function changesOf(row: CustomerOverviewRow, event: CustomerRelatedEvent): Partial<CustomerOverviewRow> {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'CustomerProfileChanged':
    case 'CustomerContactSet':
    case 'CustomerContactRemoved':
    case 'CustomerConsentSet':
    case 'CustomerMerged':
    case 'CustomerMergeUndone':
      return profileAfter(row, event);
    case 'TierAssigned':
    case 'TierChanged':
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return standingAfter(row, event);
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
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
      return figuresAfter(row, event);
  }
}

function profileAfter(row: CustomerOverviewRow, event: CustomerEvent): Partial<OverviewProfile> {
  switch (event.type) {
    case 'CustomerRegistered':
      return { ...overviewOf(row, event.data, []), registeredAt: event.data.registeredAt };
    case 'CustomerProfileChanged':
      return overviewOf(row, event.data, event.data.cleared ?? []);
    case 'CustomerContactSet':
    case 'CustomerContactRemoved':
    case 'CustomerConsentSet':
      return {};
    case 'CustomerMerged':
      return { mergedInto: event.data.into };
    case 'CustomerMergeUndone':
      return { mergedInto: null };
  }
}

type Shown = Exclude<keyof OverviewProfile, 'registeredAt' | 'mergedInto'>;

function overviewOf(
  row: OverviewProfile,
  told: CustomerProfile,
  cleared: readonly ProfileField[],
): Record<Shown, string | null> {
  const shown = (field: Shown) => (cleared.includes(field) ? null : (told[field] ?? row[field]));
  return {
    name: shown('name'),
    kind: shown('kind'),
    country: shown('country'),
    industryCode: shown('industryCode'),
    companySize: shown('companySize'),
    growthPotential: shown('growthPotential'),
  };
}
