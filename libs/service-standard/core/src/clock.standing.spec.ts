import { projected, recordAll } from '@tenure/kernel/testing';
import type { CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { caseClock } from './case-clock.projection';
import { standingOf } from './clock.standing';
import { pinnedBook } from './pinned.book';
import { restate } from './restatement';
import { standardsBook } from './standards.book';
import { fact, observedBy, onePerBatch, opened, timePassed } from './testing/case.history';
import { policies } from './testing/example.policies';
import { randomHistory } from './testing/random.history';

const book = standardsBook(policies);
const rowsOf = (...facts: readonly CaseFact[]) =>
  projected(caseClock, recordAll([...observedBy(book, onePerBatch(facts)).events]));
/** Monday, 09:00 in China; an inquiry of tier A is answered within the hour and resolved within eight hours of work. */
const MORNING = '2024-03-04T01:00:00Z';
const opening = opened(MORNING, { caseType: 'inquiry', tier: 'A' });

describe('a clock, asked how it stands,', () => {
  const standing = (kind: string, at: string, ...facts: readonly CaseFact[]) => {
    const row = rowsOf(opening, ...facts).find((one) => one.kind === kind);
    return row && standingOf(row, at, book);
  };
  const blank = { secondsLeft: null, secondsLate: null, pausedFor: null };

  it('runs, with the time left, in hours of work where it goes by those', () => {
    expect(standing('resolution', '2024-03-04T05:30:00Z')).toEqual({
      ...blank,
      state: 'running',
      elapsedSeconds: 3.5 * 3600,
      secondsLeft: 4.5 * 3600,
    });
  });

  it('warns from the first reminder on', () => {
    expect(standing('first-response', '2024-03-04T01:29:59Z')?.state).toBe('running');
    expect(standing('first-response', '2024-03-04T01:30:00Z')).toMatchObject({ state: 'warning', secondsLeft: 1800 });
  });

  it('is breached from the very second on, also where nobody has recorded it yet', () => {
    const late = { ...blank, state: 'breached' };
    expect(standing('first-response', '2024-03-04T02:00:00Z')).toEqual({
      ...late,
      elapsedSeconds: 3600,
      secondsLate: 0,
    });
    expect(standing('first-response', '2024-03-04T02:10:00Z', timePassed('2024-03-04T02:05:00Z'))).toEqual({
      ...late,
      elapsedSeconds: 4200,
      secondsLate: 600,
    });
  });

  it('stands still for a reason, with what is left', () => {
    const held = fact(2, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-customer' });
    expect(standing('resolution', '2024-03-08T02:00:00Z', held)).toEqual({
      ...blank,
      state: 'paused',
      pausedFor: 'waiting-on-customer',
      elapsedSeconds: 3600,
      secondsLeft: 7 * 3600,
    });
  });

  it('is met, late or not, and no later for being asked later', () => {
    const answered = fact(2, 'responded', '2024-03-04T02:30:00Z', { by: 'bo' });
    expect(standing('first-response', '2024-05-04T02:30:00Z', answered)).toEqual({
      ...blank,
      state: 'met',
      elapsedSeconds: 5400,
      secondsLate: 1800,
    });
  });

  it('stands as it is judged, whatever happened', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('following', 'keeping').chain((id) => randomHistory(id)),
        ({ facts, end }) => {
          const today = pinnedBook(book, end);
          for (const row of rowsOf(...facts)) {
            const { asJudged } = restate(row, { book, today, asOf: end });
            const { elapsedSeconds, secondsLate } = standingOf(row, end, book);
            expect([elapsedSeconds, secondsLate !== null]).toEqual([
              asJudged.elapsedSeconds,
              asJudged.breachedAt !== undefined,
            ]);
          }
        },
      ),
      { numRuns: 100 },
    ));
});
