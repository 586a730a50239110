import * as fc from 'fast-check';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import { foldFacts, noFacts, pruneFacts, type FactsEvent } from './customer.facts';
import { defaultTierPolicy } from './testing/shipped.policies';
import { inputsAt } from './tier.inputs';

const customerId = 'k-1';
const money = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });
const bought = (purchaseId: string, amountMinor: number, purchasedAt: string, currency = 'CNY'): PurchaseEvent => ({
  type: 'PurchaseRecorded',
  data: { purchaseId, customerId, lines: [], total: money(amountMinor, currency), purchasedAt },
});
const gaveBack = (returnId: string, amountMinor: number, returnedAt: string): PurchaseEvent => ({
  type: 'PurchaseReturned',
  data: { returnId, customerId, lines: [], total: money(amountMinor), returnedAt },
});
const calledOff = (
  purchaseId: string,
  amountMinor: number,
  purchasedAt: string,
  cancelledAt: string,
): PurchaseEvent => ({
  type: 'PurchaseCancelled',
  data: { purchaseId, customerId, reason: 'none', total: money(amountMinor), purchasedAt, cancelledAt },
});
const inputs = (events: readonly FactsEvent[], at: string) =>
  inputsAt(events.reduce(foldFacts, noFacts), defaultTierPolicy, at);

describe('the facts of a customer', () => {
  const first = bought('1', 1000, '2010-12-01T08:00:00Z');

  it('count spend from its moment until it leaves the window', () => {
    expect(inputs([first], '2010-12-01T07:59:59Z')).toMatchObject({ spendMinor: 0, cooperationMonths: 0 });
    expect(inputs([first], '2010-12-01T08:00:00Z')).toMatchObject({ spendMinor: 1000 });
    expect(inputs([first], '2011-12-01T07:59:59Z')).toMatchObject({ spendMinor: 1000, cooperationMonths: 12 });
    expect(inputs([first], '2011-12-01T08:00:00Z')).toMatchObject({ spendMinor: 0 });
  });
  it('count what came back from the day it came back', () => {
    const events = [first, gaveBack('C1', 400, '2011-01-01T08:00:00Z')];
    expect(inputs(events, '2010-12-31T00:00:00Z')).toMatchObject({ spendMinor: 1000 });
    expect(inputs(events, '2011-01-02T00:00:00Z')).toMatchObject({ spendMinor: 600 });
    expect(inputs(events, '2011-12-02T00:00:00Z')).toMatchObject({ spendMinor: -400 });
  });
  it('let a cancelled purchase and its cancellation leave together', () => {
    const events = [first, calledOff('1', 1000, '2010-12-01T08:00:00Z', '2010-12-05T08:00:00Z')];
    expect(inputs(events, '2010-12-04T00:00:00Z')).toMatchObject({ spendMinor: 1000 });
    expect(inputs(events, '2010-12-06T00:00:00Z')).toMatchObject({ spendMinor: 0 });
    expect(inputs(events, '2011-12-02T00:00:00Z')).toMatchObject({ spendMinor: 0 });
  });
  it('begin the cooperation with the first purchase that stands, unless told otherwise', () => {
    const events = [
      first,
      bought('2', 1000, '2011-02-01T08:00:00+08:00'),
      calledOff('1', 1000, '2010-12-01T08:00:00Z', '2011-03-01T00:00:00Z'),
    ];
    expect(inputs(events, '2011-04-01T00:00:00Z')).toMatchObject({ cooperationSince: '2011-02-01' });
    const told: FactsEvent = {
      type: 'CustomerRegistered',
      data: { customerId, cooperationSince: '2008-05-01', fieldSource: 'import', registeredAt: '2011-01-01T00:00:00Z' },
    };
    const cleared: FactsEvent = {
      type: 'CustomerProfileChanged',
      data: {
        customerId,
        growthPotential: 'strategic',
        cleared: ['cooperationSince'],
        fieldSource: 'service',
        changedAt: '2011-01-02T00:00:00Z',
      },
    };
    expect(inputs([...events, told], '2011-05-01T00:00:00Z')).toMatchObject({ cooperationMonths: 36 });
    expect(inputs([...events, told, cleared], '2011-05-01T00:00:00Z')).toMatchObject({
      cooperationMonths: 3,
      growthPotential: 'strategic',
    });
  });
  it('leave out other currencies, and say so', () =>
    expect(inputs([first, bought('2', 5000, '2010-12-02T08:00:00Z', 'USD')], '2010-12-03T00:00:00Z')).toMatchObject({
      spendMinor: 1000,
      uncountedCurrencies: ['USD'],
    }));

  const anyHistory = fc.uniqueArray(
    fc.record({ id: fc.nat(30), day: fc.integer({ min: 1, max: 700 }), amount: fc.nat(1000), kind: fc.nat(2) }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const eventsOf = ({ id, day, amount, kind }: { id: number; day: number; amount: number; kind: number }) => {
    const at = new Date(Date.UTC(2010, 0, day)).toISOString();
    if (kind === 0) return [gaveBack(`C${id}`, amount, at)];
    const purchase = bought(`${id}`, amount, at);
    return kind === 1 ? [purchase] : [purchase, calledOff(`${id}`, amount, at, '2011-12-30T00:00:00.000Z')];
  };

  it('do not depend on the order of the documents', () =>
    fc.assert(
      fc.property(anyHistory, fc.func(fc.nat()), (documents, rank) => {
        const shuffled = documents.toSorted((a, b) => rank(a.id) - rank(b.id));
        const fold = (ordered: typeof documents) => ordered.flatMap(eventsOf).reduce(foldFacts, noFacts);
        expect(fold(shuffled)).toEqual(fold(documents));
      }),
    ));
  it('judge the same after pruning, from the moment of the pruning on', () =>
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 1500 }), fc.nat(500), (documents, prunedOn, later) => {
        const facts = documents.flatMap(eventsOf).reduce(foldFacts, noFacts);
        const day = (number: number) => new Date(Date.UTC(2010, 0, number)).toISOString();
        const pruned = pruneFacts(facts, [defaultTierPolicy], day(prunedOn));
        const at = day(prunedOn + later);
        expect(inputsAt(pruned, defaultTierPolicy, at)).toEqual(inputsAt(facts, defaultTierPolicy, at));
      }),
    ));
});
