import * as fc from 'fast-check';
import type { MeasureEvent } from '@tenure/improvement-contract';
import { specify } from '@tenure/kernel/testing';
import { measure } from './measure.decider';
import { committed, DIGEST, improvementPolicy, planned, started } from './testing/improvement.fixture';

const decider = measure({ policy: improvementPolicy, problem: { status: 'absent' }, digestOf: () => DIGEST });
const { given } = specify(decider);
const of = { measureId: 'm-1', by: 'anna', occurredAt: '2026-03-20T09:00:00+08:00' } as const;
const spend = (entryId: string, amountMinor: number, currency = 'CNY') =>
  ({ type: 'SpendMeasureMoney', ...of, entryId, amount: { amountMinor, currency }, what: 'fee' }) as const;
const budget = (amountMinor: number, currency = 'CNY') =>
  ({ type: 'ChangeMeasureBudget', ...of, budget: { amountMinor, currency }, why: 'needed' }) as const;
const spent = (entryId: string, amountMinor: number, spentMinor: number, leftMinor: number): MeasureEvent => ({
  type: 'MeasureMoneySpent',
  data: {
    measureId: 'm-1',
    problemId: 'p-1',
    entryId,
    amount: { amountMinor, currency: 'CNY' },
    what: 'fee',
    by: 'anna',
    spentMinor,
    leftMinor,
    spentAt: of.occurredAt,
  },
});
const underWay = [planned, committed, started];

describe('the ledger of a measure', () => {
  it('says what is spent and what is left', () => {
    given(...underWay)
      .when(spend('e-1', 10_000))
      .then(spent('e-1', 10_000, 10_000, 0));
    given(...underWay, spent('e-1', 4_000, 4_000, 6_000))
      .when(spend('e-2', 6_001))
      .thenRejected('measure-beyond-budget');
  });
  it('books an entry once', () =>
    given(...underWay, spent('e-1', 4_000, 4_000, 6_000))
      .when(spend('e-1', 4_001))
      .thenRejected('measure-entry-booked-differently'));
  it('is in one currency, of amounts that are more than nothing', () => {
    given(...underWay)
      .when(spend('e-1', 1, 'EUR'))
      .thenRejected('measure-in-another-currency');
    given(...underWay)
      .when(spend('e-1', 0))
      .thenRejected('measure-not-positive');
    given(...underWay)
      .when(spend('e-1', -5))
      .thenRejected('measure-not-positive');
    given(...underWay)
      .when(budget(10_000, 'EUR'))
      .thenRejected('measure-in-another-currency');
  });
  it('is not spent from before it is committed to, nor without a budget', () => {
    given(planned).when(spend('e-1', 1)).thenRejected('measure-not-committed');
    const { budget: _budget, ...plan } = planned.data;
    given({ ...planned, data: plan }, committed)
      .when(spend('e-1', 1))
      .thenRejected('measure-no-budget');
  });
  it('has a budget that covers what is spent', () =>
    given(...underWay, spent('e-1', 4_000, 4_000, 6_000))
      .when(budget(3_999))
      .thenRejected('measure-budget-below-spent'));

  it('adds up, whatever is booked and budgeted in whatever order', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.tuple(fc.constantFrom('e-1', 'e-2', 'e-3', 'e-4', 'e-5'), fc.integer({ min: -10, max: 6_000 })),
            fc.tuple(fc.constant(undefined), fc.integer({ min: -10, max: 20_000 })),
          ),
          { maxLength: 30, size: 'max' },
        ),
        (steps) => {
          const booked = new Map<string, number>();
          let state = underWay.reduce(decider.evolve, decider.initial);
          for (const [entryId, amount] of steps) {
            const decision = decider.decide(entryId === undefined ? budget(amount) : spend(entryId, amount), state);
            if (!decision.accepted) continue;
            state = decision.events.reduce(decider.evolve, state);
            if (entryId !== undefined) booked.set(entryId, amount);
          }
          const sum = [...booked.values()].reduce((total, amount) => total + amount, 0);
          expect(state).toMatchObject({ spentMinor: sum });
          expect(sum).toBeLessThanOrEqual(state.stage === 'absent' ? 0 : (state.budget?.amountMinor ?? 0));
        },
      ),
      { numRuns: 500 },
    ));
});
