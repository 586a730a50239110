import type { CustomerEvent } from '@tenure/customer-contract';
import type { JourneyStanding } from '@tenure/journey-contract';
import type { DomainEvent } from '@tenure/kernel';

/** What of a customer's own events decides on whether and how they are written to. */
export interface StandingHistory {
  readonly name?: string;
  /** Ids of the contacts with an address. */
  readonly addresses: ReadonlySet<string>;
  readonly consents: JourneyStanding['consents'];
  readonly mergedInto?: string;
}

export const noStanding: StandingHistory = { addresses: new Set(), consents: {} };

const TYPES: Readonly<Record<CustomerEvent['type'], true>> = {
  CustomerRegistered: true,
  CustomerProfileChanged: true,
  CustomerContactSet: true,
  CustomerContactRemoved: true,
  CustomerConsentSet: true,
  CustomerMerged: true,
  CustomerMergeUndone: true,
};

export const STANDING_EVENT_TYPES: readonly string[] = Object.keys(TYPES);

export const isStandingEvent = <Event extends DomainEvent>(event: Event): event is Event & CustomerEvent =>
  Object.hasOwn(TYPES, event.type);

/** As the directory of customers has it after the event. */
export function foldStanding(standing: StandingHistory, { type, data }: CustomerEvent): StandingHistory {
  switch (type) {
    case 'CustomerRegistered': {
      const written = (data.contacts ?? []).filter(({ email }) => email !== undefined);
      return { ...standing, name: data.name, addresses: new Set(written.map(({ contactId }) => contactId)) };
    }
    case 'CustomerProfileChanged':
      return { ...standing, name: data.cleared?.includes('name') ? undefined : (data.name ?? standing.name) };
    case 'CustomerContactSet':
      return { ...standing, addresses: withAddress(standing.addresses, data.contactId, data.email !== undefined) };
    case 'CustomerContactRemoved':
      return { ...standing, addresses: withAddress(standing.addresses, data.contactId, false) };
    case 'CustomerConsentSet':
      return { ...standing, consents: { ...standing.consents, [data.purpose]: data.granted } };
    case 'CustomerMerged':
      return { ...standing, mergedInto: data.into };
    case 'CustomerMergeUndone':
      return { ...standing, mergedInto: undefined };
  }
}

export const standingFrom = ({ name, addresses, consents, mergedInto }: StandingHistory): JourneyStanding => ({
  ...(name !== undefined && { name }),
  hasAddress: addresses.size > 0,
  consents,
  ...(mergedInto !== undefined && { mergedInto }),
});

function withAddress(addresses: ReadonlySet<string>, contactId: string, has: boolean): ReadonlySet<string> {
  const changed = new Set(addresses);
  if (has) changed.add(contactId);
  else changed.delete(contactId);
  return changed;
}
