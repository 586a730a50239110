import * as fc from 'fast-check';
import type { RemedyEvent } from '@tenure/remedy-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { discretionLedger, type DiscretionEntryRow } from './discretion-ledger.projection';
import { remedies } from './remedy.decider';
import { remedyCommands, remedyPolicy } from './testing/remedy.fixture';

const decider = remedies(remedyPolicy);
const anyHistory = fc.array(fc.oneof(...Object.values(remedyCommands)), { maxLength: 40 }).map((commands) => {
  let state = decider.initial;
  const events: RemedyEvent[] = [];
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (!decision.accepted) continue;
    events.push(...decision.events);
    state = decision.events.reduce(decider.evolve, state);
  }
  return { state, events };
});

const sumByPeriod = (rows: readonly DiscretionEntryRow[]) =>
  rows.reduce<Record<string, number>>(
    (sums, { period, amountMinor }) => ({ ...sums, [period]: (sums[period] ?? 0) + amountMinor }),
    {},
  );
const nonZero = (sums: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sums).filter(([, minor]) => minor !== 0));
type Booked = Extract<RemedyEvent, { type: 'RemedyGranted' | 'RemedyCancelled' }>;
const isBooked = (event: RemedyEvent): event is Booked =>
  event.type === 'RemedyGranted' || event.type === 'RemedyCancelled';
const ledgerOf = (events: readonly RemedyEvent[]): DiscretionEntryRow[] =>
  projected(discretionLedger, recordAll(events.filter(isBooked)));

describe('the ledger of discretion', () => {
  it('adds up to what is spent, after any history and at every grant in it', () =>
    fc.assert(
      fc.property(anyHistory, ({ state, events }) => {
        expect(nonZero(sumByPeriod(ledgerOf(events)))).toEqual(nonZero(state.spentMinor));
        events.forEach((event, index) => {
          if (event.type !== 'RemedyGranted') return;
          const { period, spentMinor } = event.data;
          expect(sumByPeriod(ledgerOf(events.slice(0, index + 1)))[period] ?? 0).toBe(spentMinor);
        });
      }),
    ));

  it('never overspends a budget nor gives back more than was taken', () =>
    fc.assert(
      fc.property(anyHistory, ({ events }) => {
        events.forEach((_, index) => {
          for (const minor of Object.values(sumByPeriod(ledgerOf(events.slice(0, index + 1))))) {
            expect(minor).toBeGreaterThanOrEqual(0);
            expect(minor).toBeLessThanOrEqual(remedyPolicy.content.budget.amountMinor);
          }
        });
      }),
    ));
});
