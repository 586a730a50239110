import { FACT_DATES } from '@tenure/policy-contract';
import * as fc from 'fast-check';
import { foldBehaviour } from './behaviour.fold';
import { dateOf, mayMoveDates } from './date.of';
import { agreed, calledOff, ended, folded, ordered, registered, renewed } from './testing/behaviour.fixture';
import { anyDocuments } from './testing/behaviour.history';

describe("the next day of a customer's own", () => {
  const at = '2024-03-01T12:00:00Z';

  it('is an anniversary, a year after at the earliest', () => {
    const behaviour = folded(registered('2022-03-01T23:00:00Z'), ordered('2024-02-10T00:00:00Z'));
    expect(dateOf(behaviour, 'registration-anniversary', at)).toBe('2024-03-01');
    expect(dateOf(behaviour, 'registration-anniversary', '2024-03-02T00:00:00Z')).toBe('2025-03-01');
    expect(dateOf(behaviour, 'first-order-anniversary', at)).toBe('2025-02-10');
    expect(dateOf(behaviour, 'first-order-anniversary', '2020-01-01T00:00:00Z')).toBe('2025-02-10');
  });
  it('is the 28th of February for the 29th', () => {
    const behaviour = folded(registered('2020-02-29T00:00:00Z'));
    expect(dateOf(behaviour, 'registration-anniversary', '2023-01-01T00:00:00Z')).toBe('2023-02-28');
    expect(dateOf(behaviour, 'registration-anniversary', '2023-03-01T00:00:00Z')).toBe('2024-02-29');
  });
  it('is the renewal of a contract that goes on', () => {
    const two = [agreed('c-1', '2023-05-01', '2024-05-01'), agreed('c-2', '2023-04-01', '2024-04-01')];
    expect(dateOf(folded(...two), 'renewal', at)).toBe('2024-04-01');
    expect(dateOf(folded(...two, ended('c-2', '2024-04-01')), 'renewal', at)).toBe('2024-05-01');
    expect(dateOf(folded(...two, renewed('c-2', '2025-04-01')), 'renewal', '2024-05-02T00:00:00Z')).toBe('2025-04-01');
  });
  it('is not there where nothing began', () => {
    const order = ordered('2024-01-01T00:00:00Z');
    const behaviour = folded(order, calledOff(order, at));
    expect(dateOf(behaviour, 'first-order-anniversary', at)).toBeUndefined();
    expect(dateOf(behaviour, 'registration-anniversary', at)).toBeUndefined();
    expect(dateOf(behaviour, 'renewal', at)).toBeUndefined();
  });

  it('is another one only after an event that may move it', () =>
    fc.assert(
      fc.property(anyDocuments, fc.nat(800), (documents, days) => {
        const moment = new Date(Date.UTC(2023, 0, 1) + days * 86_400_000).toISOString();
        let before = folded();
        for (const event of documents.flat()) {
          const after = foldBehaviour(before, event);
          const moved = FACT_DATES.filter((of) => dateOf(before, of, moment) !== dateOf(after, of, moment));
          if (!mayMoveDates(before, after)) expect(moved).toEqual([]);
          before = after;
        }
      }),
    ));
});
