import type { CustomerEvent } from '@tenure/customer-contract';
import { foldStanding, noStanding, standingFrom } from './standing.fold';
import { standingOf } from './standing.reading';
import { consent, merged, registered } from './testing/customer.history';

const at = '2026-10-01T00:00:00Z';
const contact = (contactId: string, email?: string): CustomerEvent => ({
  type: 'CustomerContactSet',
  data: {
    customerId: 'k-1',
    contactId,
    name: '李',
    role: 'other',
    fieldSource: 'service',
    setAt: at,
    ...(email && { email }),
  },
});
const removed = (contactId: string): CustomerEvent => ({
  type: 'CustomerContactRemoved',
  data: { customerId: 'k-1', contactId, removedAt: at },
});
const unmerged: CustomerEvent = {
  type: 'CustomerMergeUndone',
  data: { customerId: 'k-1', into: 'k-2', by: 'anna', reason: 'two after all', undoneAt: at },
};
const after = (...events: CustomerEvent[]) => standingFrom(events.reduce(foldStanding, noStanding));

describe('whether a customer is written to', () => {
  it('is unknown of whom nothing is known', () => expect(after()).toEqual({ hasAddress: false, consents: {} }));
  it('depends on an address, of whichever contact', () => {
    expect(after(registered(at)).hasAddress).toBe(false);
    expect(after(registered(at, 'a@example.org')).hasAddress).toBe(true);
    expect(after(registered(at, 'a@example.org'), contact('c-1')).hasAddress).toBe(false);
    expect(after(registered(at), contact('c-2', 'b@example.org')).hasAddress).toBe(true);
    expect(after(registered(at), contact('c-2', 'b@example.org'), removed('c-2')).hasAddress).toBe(false);
  });
  it('depends on what was said last', () => {
    expect(after(consent(true, at)).consents).toEqual({ marketing: true });
    expect(after(consent(true, at), consent(false, at)).consents).toEqual({ marketing: false });
  });
  it('depends on whether the id is still used', () => {
    expect(after(merged(at)).mergedInto).toBe('k-2');
    expect(after(merged(at), unmerged)).not.toHaveProperty('mergedInto');
  });
  it('is as the directory says it', () => {
    const consents = [{ purpose: 'marketing', channel: 'email', granted: true, since: at }] as const;
    const address = { customerId: 'k-1', name: '宏达', email: 'a@example.org', consents };
    expect(after(registered(at, 'a@example.org'), consent(true, at))).toEqual(standingOf(address));
    expect(after(merged(at))).toEqual(standingOf({ customerId: 'k-1', consents: [], mergedInto: 'k-2' }));
    expect(after()).toEqual(standingOf(undefined));
  });
});
