import type { ContactRole, CustomerEvent } from '@tenure/customer-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { customerDirectory } from './customer-directory.projection';

const customerId = 'k-1';
const at = '2026-01-05T09:00:00Z';
const registration = { customerId, name: 'Lin Trading', fieldSource: 'partner', registeredAt: at } as const;
const registered: CustomerEvent = { type: 'CustomerRegistered', data: registration };
const contact = (contactId: string, role: ContactRole, email?: string): CustomerEvent => ({
  type: 'CustomerContactSet',
  data: { customerId, contactId, name: 'Lin Mei', role, email, fieldSource: 'offline', setAt: at },
});
const consent = (granted: boolean, setAt: string): CustomerEvent => ({
  type: 'CustomerConsentSet',
  data: { customerId, purpose: 'marketing', channel: 'email', granted, by: 'anna', setAt },
});
const rowAfter = (...events: CustomerEvent[]) => projected(customerDirectory, recordAll(events))[0];

describe('customer directory', () => {
  it('has who has no address', () =>
    expect(rowAfter(registered)).toEqual({
      customerId,
      name: 'Lin Trading',
      names: [{ name: 'Lin Trading', since: at }],
      email: null,
      addressed: [],
      consents: [],
      mergedInto: null,
      position: 0n,
    }));

  it('writes to the lead of purchasing before that of the user department, and to others last', () => {
    const other = contact('p-1', 'other', 'other@example.com');
    const user = contact('p-2', 'user-department-lead', 'user@example.com');
    const buyer = contact('p-3', 'purchasing-lead', 'buyer@example.com');
    expect(rowAfter(registered, other)).toMatchObject({ email: 'other@example.com' });
    expect(rowAfter(registered, other, user)).toMatchObject({ email: 'user@example.com' });
    expect(rowAfter(registered, other, user, buyer)).toMatchObject({ email: 'buyer@example.com' });
    expect(rowAfter(registered, other, contact('p-2', 'purchasing-lead'))).toMatchObject({
      email: 'other@example.com',
    });
  });

  it('drops the address of a contact that is removed, or told without one', () => {
    const buyer = contact('p-3', 'purchasing-lead', 'buyer@example.com');
    const removed: CustomerEvent = {
      type: 'CustomerContactRemoved',
      data: { customerId, contactId: 'p-3', removedAt: at },
    };
    expect(rowAfter(registered, buyer, removed)).toMatchObject({ email: null, addressed: [] });
    expect(rowAfter(registered, buyer, contact('p-3', 'purchasing-lead'))).toMatchObject({ email: null });
  });

  it('takes the contacts of the registration, and follows the name', () => {
    const contacts = [{ contactId: 'p-1', name: 'Lin Mei', role: 'other', email: 'lin@example.com' }] as const;
    const told: CustomerEvent = { type: 'CustomerRegistered', data: { ...registration, contacts } };
    const renamed: CustomerEvent = {
      type: 'CustomerProfileChanged',
      data: { customerId, name: 'Lin & Co', fieldSource: 'service', changedAt: at },
    };
    const nameless: CustomerEvent = {
      type: 'CustomerProfileChanged',
      data: { customerId, cleared: ['name'], fieldSource: 'service', changedAt: at },
    };
    expect(rowAfter(told, renamed)).toMatchObject({
      name: 'Lin & Co',
      names: [{ name: 'Lin Trading' }, { name: 'Lin & Co' }],
      email: 'lin@example.com',
    });
    expect(rowAfter(told, nameless)).toMatchObject({ name: null });
  });

  it('keeps what was said last on being written to', () => {
    const since = '2026-02-01T09:00:00Z';
    expect(rowAfter(registered, consent(true, at), consent(false, since))).toMatchObject({
      consents: [{ purpose: 'marketing', channel: 'email', granted: false, since }],
    });
  });

  it('knows who is merged into whom', () => {
    const by = { customerId, into: 'k-0', by: 'anna', reason: 'The same' };
    const merged: CustomerEvent = { type: 'CustomerMerged', data: { ...by, mergedAt: at } };
    const undone: CustomerEvent = { type: 'CustomerMergeUndone', data: { ...by, undoneAt: at } };
    expect(rowAfter(registered, merged)).toMatchObject({ mergedInto: 'k-0' });
    expect(rowAfter(registered, merged, undone)).toMatchObject({ mergedInto: null });
  });
});
