import { projected, recordAll } from '@tenure/kernel/testing';
import { customerOverview } from './customer-overview.projection';
import { CUSTOMER_RELATED_TYPES } from './customer-related.events';
import { day, history } from './testing/customer.history';

const rowAfter = (count: number) => projected(customerOverview, recordAll(history.slice(0, count)))[0];

describe('customer overview', () => {
  it('is tried on every event type that it handles', () =>
    expect(new Set(history.map(({ type }) => type))).toEqual(new Set(CUSTOMER_RELATED_TYPES)));

  it('has one row a customer, with nothing lost', () =>
    expect(projected(customerOverview, recordAll(history))).toEqual([
      {
        customerId: 'k-1',
        name: 'Lin Trading',
        kind: 'company',
        country: null,
        industryCode: null,
        companySize: null,
        growthPotential: null,
        registeredAt: day(1),
        mergedInto: null,
        tier: 'B',
        tierSince: day(25),
        tierReason: 'The override expired; B is what was judged last',
        tierPolicyId: 'p',
        tierPolicyVersion: 1,
        tierOverriddenUntil: null,
        purchases: 2,
        returns: 1,
        cancellations: 1,
        firstPurchaseAt: day(2),
        lastPurchaseAt: day(4),
        currency: 'GBP',
        totalSpendMinor: 700,
        otherSpendMinor: { EUR: 0 },
        interactions: 1,
        openInteractions: 0,
        lastInteractionAt: day(10),
        complaints: 1,
        openComplaints: 0,
        lastActivityAt: day(12),
        position: 24n,
      },
    ]));
  it('keeps other currencies apart', () =>
    expect(rowAfter(4)).toMatchObject({ totalSpendMinor: 1_000, otherSpendMinor: { EUR: 500 } }));
  it('counts what is open at the time', () => {
    expect(rowAfter(10)).toMatchObject({ openInteractions: 1 });
    expect(rowAfter(12)).toMatchObject({ openComplaints: 1 });
    expect(rowAfter(17)).toMatchObject({ openComplaints: 0 });
    expect(rowAfter(18)).toMatchObject({ openComplaints: 1 });
  });
  it('shows an override with its author and end', () =>
    expect(rowAfter(20)).toMatchObject({
      tier: 'A',
      tierReason: `Set by anna until ${day(25)}: Reference`,
      tierOverriddenUntil: day(25),
    }));
  it('shows into whom a duplicate was merged, until that is undone', () => {
    expect(rowAfter(24)).toMatchObject({ mergedInto: 'k-0' });
    expect(rowAfter(25)).toMatchObject({ mergedInto: null });
  });
  it('has a row for whoever was never registered', () => {
    const bought = history.filter(({ type }) => type === 'PurchaseRecorded');
    expect(projected(customerOverview, recordAll(bought))).toMatchObject([{ registeredAt: null, purchases: 2 }]);
  });
});
