import { projected, recordAll } from '@tenure/kernel/testing';
import * as fc from 'fast-check';
import type { Attainment } from './attainment';
import { caseClock } from './case-clock.projection';
import { pinnedBook } from './pinned.book';
import { attainmentTwice, restatedClock } from './restated.attainment';
import { restate } from './restatement';
import { standardsBook } from './standards.book';
import { observedBy, onePerBatch, timePassed } from './testing/case.history';
import { changes, policies } from './testing/example.policies';
import { randomHistory } from './testing/random.history';

const group = (kind: string, met: number, breached: number): Attainment => ({
  group: { kind: kind },
  met,
  breached,
  attained: met / (met + breached),
});

describe('attainment twice', () => {
  it('has both views of a group side by side with the difference, and what only one of them has', () => {
    const judged = [group('acceptance', 1, 0), group('resolution', 1, 3)];
    const restated = [group('feedback', 2, 2), group('resolution', 3, 1)];
    expect(attainmentTwice(judged, restated, ['kind'])).toEqual([
      {
        group: { kind: 'acceptance' },
        judged: { met: 1, breached: 0, attained: 1 },
        restated: null,
        difference: null,
      },
      {
        group: { kind: 'feedback' },
        judged: null,
        restated: { met: 2, breached: 2, attained: 0.5 },
        difference: null,
      },
      {
        group: { kind: 'resolution' },
        judged: { met: 1, breached: 3, attained: 0.25 },
        restated: { met: 3, breached: 1, attained: 0.75 },
        difference: { met: 2, breached: -2, attained: 0.5 },
      },
    ]);
  });
});

describe('a clock as attainment counts it once more', () => {
  const book = standardsBook(policies);

  it.each([
    ['what it was judged by', policies],
    ['what was published since', [...policies, ...changes]],
  ])('comes to what its restatement says, under %s, whatever happened', (_, known) =>
    fc.assert(
      fc.property(
        fc.constantFrom('following', 'keeping', 'service-standard').chain((id) => randomHistory(id)),
        ({ facts, end }) => {
          const { events } = observedBy(book, onePerBatch([...facts, timePassed(end)]));
          const later = standardsBook(known);
          const under = { book: later, today: pinnedBook(later, end), asOf: end };
          for (const row of projected(caseClock, recordAll([...events]))) {
            const { restated } = restate(row, under);
            const again = restatedClock({ ...row, targetCount: row.targets.length }, under);
            expect(again && [again.outcome, again.decidedMonth ?? undefined, again.tier]).toEqual(
              restated && [restated.outcome, restated.decidedMonth, restated.target.tier ?? row.tier],
            );
          }
        },
      ),
      { numRuns: 100 },
    ),
  );
});
