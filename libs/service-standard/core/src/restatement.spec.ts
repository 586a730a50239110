import { projected, recordAll } from '@tenure/kernel/testing';
import type { CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { caseClock } from './case-clock.projection';
import type { CaseClockRow } from './case-clock.row';
import { pinnedBook } from './pinned.book';
import { restate } from './restatement';
import { standardsBook, type StandardsBook } from './standards.book';
import { fact, observedBy, onePerBatch, opened, timePassed } from './testing/case.history';
import { policies, stricter } from './testing/example.policies';
import { randomHistory } from './testing/random.history';

const MORNING = '2024-03-04T01:00:00Z';
const book = standardsBook(policies);
const rowsOf = (by: StandardsBook, facts: readonly CaseFact[]): CaseClockRow[] =>
  projected(caseClock, recordAll([...observedBy(by, onePerBatch(facts)).events]));
const rowOf = (rows: readonly CaseClockRow[], wanted: string) => rows.filter(({ clockId }) => clockId === wanted);

describe('a restated clock', () => {
  const later = standardsBook([...policies, stricter('service-standard')]);
  const asOf = '2024-08-01T00:00:00Z';
  const under = { book: later, today: pinnedBook(later, asOf), asOf };

  it('is judged by what holds today, from its beginning, beside what was judged then', () => {
    const [row] = rowOf(
      rowsOf(book, [
        opened(MORNING, { caseType: 'inquiry' }),
        fact(2, 'responded', '2024-03-04T02:30:00Z', { by: 'bo' }),
      ]),
      'first-response',
    );
    expect(row && restate(row, under)).toMatchObject({
      asJudged: { outcome: 'met', elapsedSeconds: 5400, dueAt: '2024-03-04T03:00:00.000Z', decidedMonth: '2024-03' },
      restated: { outcome: 'breached', elapsedSeconds: 5400, breachedAt: '2024-03-04T02:00:00.000Z' },
      difference: { targetSeconds: -3600, elapsedSeconds: 0, dueSeconds: -3600, outcomeChanged: true },
    });
  });

  it('has nothing to be restated by where the standard has no such clock today', () => {
    const [row] = rowOf(rowsOf(book, [opened(MORNING)]), 'acceptance');
    const none = standardsBook(policies.filter(({ kind }) => kind !== 'service-standard'));
    expect(row && restate(row, { ...under, today: pinnedBook(none, asOf) })).toEqual({ asJudged: expect.any(Object) });
  });

  it('counts the holds by today’s targets, also those that paused nothing then', () => {
    const facts = [
      opened(MORNING, { caseType: 'inquiry', urgency: 'urgent' }),
      fact(2, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-customer' }),
      fact(3, 'continued', '2024-03-04T06:00:00Z', {}),
      fact(4, 'resolved', '2024-03-04T07:00:00Z', { by: 'bo' }),
    ];
    const pausing = standardsBook(
      policies.map((policy) =>
        policy.kind === 'service-standard'
          ? {
              ...policy,
              content: {
                ...policy.content,
                targets: policy.content.targets.map((target) => ({
                  ...target,
                  pausedWhile: ['waiting-on-customer'] as const,
                })),
              },
            }
          : policy,
      ),
    );
    const [row] = rowOf(rowsOf(book, facts), 'resolution');
    expect(row && restate(row, { book, today: pinnedBook(pausing, asOf), asOf })).toMatchObject({
      asJudged: { outcome: 'breached', elapsedSeconds: 6 * 3600 },
      restated: { outcome: 'met', elapsedSeconds: 2 * 3600 },
    });
  });

  it('is as it was judged where nothing was published since, for any history', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('following', 'keeping').chain((id) => randomHistory(id)),
        ({ facts, end }) => {
          const today = pinnedBook(book, end);
          for (const row of rowsOf(book, [...facts, timePassed(end)])) {
            const { asJudged, restated } = restate(row, { book, today, asOf: end });
            expect(restated && { ...restated, target: {} }).toEqual({ ...asJudged, target: {} });
          }
        },
      ),
      { numRuns: 100 },
    ));

  it('counts what the case became while the clock was finished', () => {
    const facts = [
      opened('2024-04-29T00:30:00Z', { caseType: 'inquiry', serviceStandard: 'following' }),
      fact(2, 'linked-duplicate', '2024-04-29T00:31:00Z', { duplicateOf: 'c-2' }),
      fact(3, 'classified', '2024-04-29T00:32:00Z', { urgency: 'urgent', complexity: 'routine' }),
      fact(4, 'reopened', '2024-04-29T00:33:00Z', {}),
      timePassed('2024-05-02T00:33:00Z'),
    ];
    const asOf = '2024-05-02T00:33:00Z';
    for (const row of rowsOf(book, facts)) {
      const { asJudged, restated } = restate(row, { book, today: pinnedBook(book, asOf), asOf });
      expect(restated && { ...restated, target: {} }).toEqual({ ...asJudged, target: {} });
    }
  });
});
