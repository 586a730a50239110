import { fingerprintOf } from '@tenure/kernel';
import type {
  CustomerConsent,
  CustomerContact,
  CustomerEvent,
  CustomerProfile,
  FieldSource,
  ProfileField,
} from '@tenure/customer-contract';
import { consentsAfter } from './customer.consents';
import { fieldsOf, profileOf } from './customer.profile';

/** Where a value came from, and since when it holds. */
export interface FieldOrigin {
  readonly fieldSource: FieldSource;
  readonly since: string;
}

export interface Registered {
  readonly status: 'registered';
  readonly customerId: string;
  readonly registeredAt: string;
  /** Fingerprint of the registration, to tell a repeated one from another under the same id. */
  readonly registration: string;
  readonly profile: CustomerProfile;
  /** One for each field of the profile that has a value (R1). */
  readonly origins: Readonly<Partial<Record<ProfileField, FieldOrigin>>>;
  readonly contacts: readonly KnownContact[];
  readonly removedContactIds: readonly string[];
  readonly consents: readonly CustomerConsent[];
  /** The id that is used in place of this one. */
  readonly mergedInto?: string;
  /** Of the last merge, once it was undone. */
  readonly unmergedFrom?: string;
}

export interface KnownContact extends CustomerContact {
  readonly origin: FieldOrigin;
}

export type Customer = { readonly status: 'absent' } | Registered;

export function evolve(state: Customer, event: CustomerEvent): Customer {
  if (event.type === 'CustomerRegistered') return register(event.data);
  return state.status === 'absent' ? state : evolveRegistered(state, event);
}

function register(data: Extract<CustomerEvent, { type: 'CustomerRegistered' }>['data']): Registered {
  const { customerId, registeredAt, fieldSource } = data;
  const origin = { fieldSource, since: registeredAt };
  const profile = profileOf(data);
  return {
    status: 'registered',
    customerId,
    registeredAt,
    registration: fingerprintOf(data),
    profile,
    origins: originsOf(profile, origin),
    contacts: (data.contacts ?? []).map((contact) => ({ ...contact, origin })),
    removedContactIds: [],
    consents: [],
  };
}

function evolveRegistered(
  state: Registered,
  event: Exclude<CustomerEvent, { type: 'CustomerRegistered' }>,
): Registered {
  switch (event.type) {
    case 'CustomerProfileChanged':
      return change(state, event.data);
    case 'CustomerContactSet': {
      const { customerId: _, fieldSource, setAt, ...contact } = event.data;
      const known = { ...contact, origin: { fieldSource, since: setAt } };
      return { ...state, contacts: [...without(state.contacts, contact.contactId), known] };
    }
    case 'CustomerContactRemoved': {
      const { contactId } = event.data;
      return {
        ...state,
        contacts: without(state.contacts, contactId),
        removedContactIds: [...state.removedContactIds.filter((id) => id !== contactId), contactId],
      };
    }
    case 'CustomerConsentSet':
      return { ...state, consents: consentsAfter(state.consents, event.data) };
    case 'CustomerMerged':
      return { ...state, mergedInto: event.data.into, unmergedFrom: undefined };
    case 'CustomerMergeUndone':
      return { ...state, mergedInto: undefined, unmergedFrom: event.data.into };
  }
}

function change(
  state: Registered,
  data: Extract<CustomerEvent, { type: 'CustomerProfileChanged' }>['data'],
): Registered {
  const changed = profileOf(data);
  const profile = { ...state.profile, ...changed };
  const origins = { ...state.origins, ...originsOf(changed, { fieldSource: data.fieldSource, since: data.changedAt }) };
  for (const field of data.cleared ?? []) {
    delete profile[field];
    delete origins[field];
  }
  return { ...state, profile, origins };
}

const originsOf = (profile: CustomerProfile, origin: FieldOrigin): Partial<Record<ProfileField, FieldOrigin>> =>
  Object.fromEntries(fieldsOf(profile).map((field) => [field, origin]));

const without = (contacts: readonly KnownContact[], contactId: string): readonly KnownContact[] =>
  contacts.filter((contact) => contact.contactId !== contactId);
