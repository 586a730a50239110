import type { ContactRole, CustomerConsent, CustomerContact, CustomerEvent } from '@tenure/customer-contract';
import type { Projection } from '@tenure/kernel';
import { consentsAfter } from './customer.consents';
import { namesAfter, type CustomerName } from './customer.names';

/** How a customer is written to, and what they said on it. */
export interface CustomerDirectoryRow {
  readonly customerId: string;
  readonly name: string | null;
  /** All that there were, in the order of the log. */
  readonly names: readonly CustomerName[];
  /** Of the contact that it is best sent to. */
  readonly email: string | null;
  /** Those that have an address, in the order in which they were told. */
  readonly addressed: readonly AddressedContact[];
  readonly consents: readonly CustomerConsent[];
  readonly mergedInto: string | null;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

export interface AddressedContact {
  readonly contactId: string;
  readonly role: ContactRole;
  readonly email: string;
}

export const customerDirectory: Projection<CustomerDirectoryRow, CustomerEvent> = {
  name: 'customer-directory',
  version: 2,
  handles: [
    'CustomerRegistered',
    'CustomerProfileChanged',
    'CustomerContactSet',
    'CustomerContactRemoved',
    'CustomerConsentSet',
    'CustomerMerged',
    'CustomerMergeUndone',
  ],
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => {
    const { position } = event;
    const known = row ?? { customerId, ...unknown, position };
    return { ...known, ...changesOf(known, event), position };
  },
};

const unknown = { name: null, names: [], email: null, addressed: [], consents: [], mergedInto: null };

function changesOf(row: CustomerDirectoryRow, event: CustomerEvent): Partial<CustomerDirectoryRow> {
  switch (event.type) {
    case 'CustomerRegistered': {
      const { name = null, contacts = [], registeredAt } = event.data;
      return { ...named(row, name, registeredAt), ...addressesAfter(contacts.flatMap(addressedOf)) };
    }
    case 'CustomerProfileChanged': {
      const { name = row.name, cleared = [], changedAt } = event.data;
      return named(row, cleared.includes('name') ? null : name, changedAt);
    }
    case 'CustomerContactSet':
      return addressesAfter([...without(row.addressed, event.data.contactId), ...addressedOf(event.data)]);
    case 'CustomerContactRemoved':
      return addressesAfter(without(row.addressed, event.data.contactId));
    case 'CustomerConsentSet':
      return { consents: consentsAfter(row.consents, event.data) };
    case 'CustomerMerged':
      return { mergedInto: event.data.into };
    case 'CustomerMergeUndone':
      return { mergedInto: null };
  }
}

const named = (row: CustomerDirectoryRow, name: string | null, since: string): Partial<CustomerDirectoryRow> => ({
  name,
  names: namesAfter(row.names, name, since),
});

const addressedOf = ({ contactId, role, email }: CustomerContact): AddressedContact[] =>
  email === undefined ? [] : [{ contactId, role, email }];

const without = (addressed: readonly AddressedContact[], contactId: string): readonly AddressedContact[] =>
  addressed.filter((contact) => contact.contactId !== contactId);

/** Who decides on buying comes before who uses what is bought. */
const PREFERENCE: Readonly<Record<ContactRole, number>> = { 'purchasing-lead': 0, 'user-department-lead': 1, other: 2 };

function addressesAfter(addressed: readonly AddressedContact[]): Pick<CustomerDirectoryRow, 'addressed' | 'email'> {
  const [best] = addressed.toSorted((one, other) => PREFERENCE[one.role] - PREFERENCE[other.role]);
  return { addressed, email: best?.email ?? null };
}
