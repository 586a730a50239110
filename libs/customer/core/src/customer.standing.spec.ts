import { specify } from '@tenure/kernel/testing';
import type { CustomerEvent } from '@tenure/customer-contract';
import { customer } from './customer.decider';
import { refusalAsSurvivor } from './customer.standing';

const { given } = specify(customer);
const customerId = 'k-1';
const at = '2026-01-05T09:00:00Z';
const later = '2026-03-01T09:00:00Z';
const registered: CustomerEvent = {
  type: 'CustomerRegistered',
  data: { customerId, fieldSource: 'partner', registeredAt: at },
};

const consent = { purpose: 'marketing', channel: 'email', by: 'anna' } as const;
const setConsent = (granted: boolean, occurredAt: string) =>
  ({ type: 'SetCustomerConsent', customerId, ...consent, granted, occurredAt }) as const;
const consentSet = (granted: boolean, setAt: string): CustomerEvent => ({
  type: 'CustomerConsentSet',
  data: { customerId, ...consent, granted, setAt },
});

describe('consent', () => {
  it('is given and taken back', () => {
    given(registered).when(setConsent(true, at)).then(consentSet(true, at));
    given(registered, consentSet(true, at)).when(setConsent(false, later)).then(consentSet(false, later));
    given(registered, consentSet(true, at)).when(setConsent(true, later)).then();
  });
  it('is not given again by what was said before it was taken back', () =>
    given(registered, consentSet(false, later)).when(setConsent(true, at)).thenRejected('customer-consent-set-since'));
  it('holds for its purpose alone', () =>
    given(registered, consentSet(true, at))
      .when({ ...setConsent(true, at), purpose: 'service' })
      .then({
        type: 'CustomerConsentSet',
        data: { customerId, ...consent, purpose: 'service', granted: true, setAt: at },
      }));
  it('needs a customer', () => given().when(setConsent(true, at)).thenRejected('customer-not-found'));
});

const decided = { into: 'k-0', by: 'anna', reason: 'The same company' } as const;
const merge = { type: 'MergeCustomer', customerId, ...decided, occurredAt: at } as const;
const merged: CustomerEvent = { type: 'CustomerMerged', data: { customerId, ...decided, mergedAt: at } };
const undo = { type: 'UndoCustomerMerge', customerId, by: 'bo', reason: 'A sister', occurredAt: later } as const;
const undone: CustomerEvent = {
  type: 'CustomerMergeUndone',
  data: { customerId, into: 'k-0', by: 'bo', reason: 'A sister', undoneAt: later },
};

describe('merging a duplicate', () => {
  it('is done once, and undone', () => {
    given(registered).when(merge).then(merged);
    given(registered, merged).when(undo).then(undone);
    given(registered, merged, undone).when(merge).then(merged);
  });
  it('is refused into itself, a second time elsewhere, and of nobody', () => {
    given(registered)
      .when({ ...merge, into: customerId })
      .thenRejected('customer-merged-into-itself');
    given(registered, merged)
      .when({ ...merge, into: 'k-2' })
      .thenRejected('customer-already-merged');
    given().when(merge).thenRejected('customer-not-found');
  });
  it('is not undone where there was none', () => given(registered).when(undo).thenRejected('customer-not-merged'));
  it('needs a customer to go on with who is not merged', () => {
    expect(refusalAsSurvivor(given().state())).toBe('customer-merge-target-not-found');
    expect(refusalAsSurvivor(given(registered).state())).toBeUndefined();
    expect(refusalAsSurvivor(given(registered, merged).state())).toBe('customer-merge-target-is-merged');
    expect(refusalAsSurvivor(given(registered, merged, undone).state())).toBeUndefined();
  });
  it('leaves the duplicate all that is known of it', () =>
    expect(given(registered, consentSet(true, at), merged).state()).toMatchObject({
      status: 'registered',
      mergedInto: 'k-0',
      consents: [{ purpose: 'marketing', granted: true }],
    }));
});
