import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { CustomerEvent } from '@tenure/customer-contract';
import { customer } from './customer.decider';

const { given } = specify(customer);
const at = '2011-01-05T09:00:00Z';
const later = '2011-03-01T09:00:00Z';
const customerId = 'k-1';

const register = {
  type: 'RegisterCustomer',
  customerId,
  name: 'Lin Trading',
  kind: 'company',
  industryCode: 'F51',
  needTags: ['after-sales'],
  fieldSource: 'partner',
  occurredAt: at,
} as const;
const registered: CustomerEvent = {
  type: 'CustomerRegistered',
  data: {
    customerId,
    name: 'Lin Trading',
    kind: 'company',
    industryCode: 'F51',
    needTags: ['after-sales'],
    fieldSource: 'partner',
    registeredAt: at,
  },
};
const change = { type: 'ChangeCustomerProfile', customerId, fieldSource: 'web-form', occurredAt: later } as const;
const contact = { contactId: 'p-1', name: 'Lin Mei', role: 'purchasing-lead', phone: '+86 10 1234' } as const;
const contactSet: CustomerEvent = {
  type: 'CustomerContactSet',
  data: { customerId, ...contact, fieldSource: 'offline', setAt: later },
};
const setContact = {
  type: 'SetCustomerContact',
  customerId,
  ...contact,
  fieldSource: 'offline',
  occurredAt: later,
} as const;
const removeContact = { type: 'RemoveCustomerContact', customerId, contactId: 'p-1', occurredAt: later } as const;
const contactRemoved: CustomerEvent = {
  type: 'CustomerContactRemoved',
  data: { customerId, contactId: 'p-1', removedAt: later },
};

describe('customer', () => {
  it('is registered with what is known', () => given().when(register).then(registered));
  it('is registered with its contacts', () =>
    given()
      .when({ ...register, contacts: [contact] })
      .then({ ...registered, data: { ...registered.data, contacts: [contact] } }));
  it('refuses another registration under the same id', () =>
    given(registered)
      .when({ ...register, name: 'Someone else' })
      .thenRejected('customer-already-registered-differently'));
  it('is unknown until registered', () => given().when(change).thenRejected('customer-not-found'));

  it('changes only in the fields that are new', () =>
    given(registered)
      .when({ ...change, name: 'Lin Trading', country: 'China', needTags: ['after-sales'] })
      .then({
        type: 'CustomerProfileChanged',
        data: { customerId, country: 'China', fieldSource: 'web-form', changedAt: later },
      }));
  it('keeps for every field where its value came from', () => {
    const changed: CustomerEvent = {
      type: 'CustomerProfileChanged',
      data: { customerId, name: 'Lin & Co', cleared: ['needTags'], fieldSource: 'web-form', changedAt: later },
    };
    const state = given(registered, changed).state();
    expect(state).toMatchObject({ profile: { name: 'Lin & Co', kind: 'company' } });
    expect(state).toHaveProperty('origins', {
      name: { fieldSource: 'web-form', since: later },
      kind: { fieldSource: 'partner', since: at },
      industryCode: { fieldSource: 'partner', since: at },
    });
  });
  it('clears only what has a value', () => {
    given(registered)
      .when({ ...change, clear: ['name', 'country'] })
      .then({
        type: 'CustomerProfileChanged',
        data: { customerId, cleared: ['name'], fieldSource: 'web-form', changedAt: later },
      });
    given(registered)
      .when({ ...change, name: 'Lin', clear: ['name'] })
      .thenRejected('customer-field-set-and-cleared');
  });

  it('has contacts with a role, set and removed', () => {
    given(registered).when(setContact).then(contactSet);
    given(registered, contactSet).when(removeContact).then(contactRemoved);
    given(registered).when(removeContact).thenRejected('customer-contact-not-found');
    expect(given(registered, contactSet, contactRemoved).state()).toMatchObject({ contacts: [] });
  });
  it('has at most 200 contacts', () => {
    const full = Array.from({ length: 200 }, (_, index): CustomerEvent => ({
      ...contactSet,
      data: { ...contactSet.data, contactId: `other-${index}` },
    }));
    given(registered, ...full)
      .when(setContact)
      .thenRejected('customer-too-many-contacts');
  });

  it('yields no events for a repeated command', () => {
    const text = fc.constantFrom('one', 'two');
    const on = { customerId: fc.constant(customerId), occurredAt: fc.constantFrom(at, later) };
    const source = { fieldSource: fc.constantFrom('import', 'service') };
    const profile = {
      name: fc.option(text, { nil: undefined }),
      preferences: fc.option(fc.array(text), { nil: undefined }),
    };
    const contactId = fc.constantFrom('p-1', 'p-2');
    proveRepeatedCommandsYieldNoEvents(customer, {
      RegisterCustomer: fc.record({ ...on, ...source, ...profile, type: fc.constant('RegisterCustomer') }),
      ChangeCustomerProfile: fc.record({
        ...on,
        ...source,
        ...profile,
        type: fc.constant('ChangeCustomerProfile'),
        clear: fc.option(fc.subarray(['name', 'preferences']), { nil: undefined }),
      }),
      SetCustomerContact: fc.record({
        ...on,
        ...source,
        type: fc.constant('SetCustomerContact'),
        contactId,
        name: text,
        role: fc.constant('other'),
      }),
      RemoveCustomerContact: fc.record({ ...on, type: fc.constant('RemoveCustomerContact'), contactId }),
      SetCustomerConsent: fc.record({
        ...on,
        type: fc.constant('SetCustomerConsent'),
        purpose: fc.constantFrom('marketing', 'service'),
        channel: fc.constant('email'),
        granted: fc.boolean(),
        by: text,
      }),
      MergeCustomer: fc.record({
        ...on,
        type: fc.constant('MergeCustomer'),
        into: fc.constantFrom('k-0', 'k-1', 'k-2'),
        by: text,
        reason: text,
      }),
      UndoCustomerMerge: fc.record({ ...on, type: fc.constant('UndoCustomerMerge'), by: text, reason: text }),
    });
  });
});
