import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { CustomerCommand, CustomerContact, CustomerEvent, CustomerRejection } from '@tenure/customer-contract';
import type { Plain } from '@tenure/shared-contract';
import { merge, setConsent, undoMerge } from './customer.standing';
import { changedFields, fieldsOf, profileOf } from './customer.profile';
import { evolve, type Customer, type Registered } from './customer.state';

type Command = Plain<CustomerCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<CustomerEvent, CustomerRejection>;

const MOST_CONTACTS = 200;

/** Who the customer is, with the source of every field (R1). */
export const customer: Decider<Customer, Command, CustomerEvent, CustomerRejection> = {
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'RegisterCustomer') return register(command, state);
    return state.status === 'absent' ? reject('customer-not-found') : decideOnRegistered(command, state);
  },
};

function decideOnRegistered(command: Exclude<Command, { type: 'RegisterCustomer' }>, state: Registered): Outcome {
  switch (command.type) {
    case 'ChangeCustomerProfile':
      return changeProfile(command, state);
    case 'SetCustomerContact':
      return setContact(command, state);
    case 'RemoveCustomerContact':
      return removeContact(command, state);
    case 'SetCustomerConsent':
      return setConsent(command, state);
    case 'MergeCustomer':
      return merge(command, state);
    case 'UndoCustomerMerge':
      return undoMerge(command, state);
  }
}

function register(command: Of<'RegisterCustomer'>, state: Customer): Outcome {
  const { customerId, contacts, fieldSource, occurredAt } = command;
  const known = contacts?.map(contactOf);
  const data = { customerId, ...profileOf(command), contacts: known, fieldSource, registeredAt: occurredAt };
  if (state.status === 'absent') return accept({ type: 'CustomerRegistered', data });
  return state.registration === fingerprintOf(data) ? accept() : reject('customer-already-registered-differently');
}

function changeProfile(command: Of<'ChangeCustomerProfile'>, state: Registered): Outcome {
  const contradictory = (command.clear ?? []).find((field) => command[field] !== undefined);
  if (contradictory) return reject('customer-field-set-and-cleared', `${contradictory} can't be both set and cleared`);
  const changed = changedFields(state.profile, command);
  const cleared = (command.clear ?? []).filter((field) => state.profile[field] !== undefined);
  if (fieldsOf(changed).length + cleared.length === 0) return accept();
  const { customerId, fieldSource, occurredAt } = command;
  const data = { customerId, ...changed, fieldSource, changedAt: occurredAt };
  return accept({ type: 'CustomerProfileChanged', data: cleared.length > 0 ? { ...data, cleared } : data });
}

function setContact(command: Of<'SetCustomerContact'>, state: Registered): Outcome {
  const contact = contactOf(command);
  const known = state.contacts.find(({ contactId }) => contactId === contact.contactId);
  if (known && fingerprintOf(contactOf(known)) === fingerprintOf(contact)) return accept();
  if (!known && state.contacts.length >= MOST_CONTACTS) {
    return reject('customer-too-many-contacts', `a customer has at most ${MOST_CONTACTS}`);
  }
  const { customerId, fieldSource, occurredAt } = command;
  return accept({ type: 'CustomerContactSet', data: { customerId, ...contact, fieldSource, setAt: occurredAt } });
}

function removeContact({ customerId, contactId, occurredAt }: Of<'RemoveCustomerContact'>, state: Registered): Outcome {
  if (state.contacts.some((contact) => contact.contactId === contactId)) {
    return accept({ type: 'CustomerContactRemoved', data: { customerId, contactId, removedAt: occurredAt } });
  }
  return state.removedContactIds.includes(contactId) ? accept() : reject('customer-contact-not-found');
}

const contactOf = ({ contactId, name, role, phone, email }: CustomerContact): CustomerContact => ({
  contactId,
  name,
  role,
  phone,
  email,
});
