import { projected, recordAll } from '@tenure/kernel/testing';
import type { CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { attainmentBy } from './attainment';
import { caseClock } from './case-clock.projection';
import { standardsBook } from './standards.book';
import { clockOf, fact, observedBy, onePerBatch, opened, timePassed } from './testing/case.history';
import { policies } from './testing/example.policies';
import { randomHistory } from './testing/random.history';

const book = standardsBook(policies);
const rowsOf = (...facts: CaseFact[]) =>
  projected(caseClock, recordAll([...observedBy(book, onePerBatch(facts)).events]));
const MORNING = '2024-03-04T01:00:00Z';

describe('the row of a clock', () => {
  const [, row] = rowsOf(
    opened(MORNING, { caseType: 'inquiry', tier: 'A' }),
    fact(2, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-customer' }),
    fact(3, 'accepted', '2024-03-04T02:30:00Z', { owner: 'bo' }),
  );

  it('tells how the clock stands and what it goes by', () =>
    expect(row).toMatchObject({
      key: 'c-1|resolution',
      kind: 'resolution',
      caseType: 'inquiry',
      tier: 'A',
      owner: 'bo',
      status: 'paused',
      outcome: 'open',
      policyId: 'service-standard',
      policyVersion: 1,
      targetId: 'resolve',
      calendarId: 'calendar-working',
      holidaysVersion: 1,
      dueAt: null,
      elapsedSeconds: 3600,
      countedAt: '2024-03-04T02:00:00.000Z',
      pausedFor: 'waiting-on-customer',
      pauses: [{ reason: 'waiting-on-customer', from: '2024-03-04T02:00:00.000Z' }],
      decidedMonth: null,
    }));

  it('dates what was late at its breach, in the month of the place whose calendar counts', () => {
    const [late] = rowsOf(
      opened('2024-02-29T15:00:00Z', { caseType: 'inquiry' }),
      fact(2, 'responded', '2024-02-29T19:00:00Z', { by: 'bo' }),
    );
    expect(late).toMatchObject({
      status: 'met',
      outcome: 'breached',
      breachedAt: '2024-02-29T17:00:00.000Z',
      finishedAt: '2024-02-29T19:00:00.000Z',
      decidedMonth: '2024-03',
      remindedPercents: [50, 75],
      escalatedSteps: 2,
    });
  });

  it('takes a breach for one though the case was closed after it, but not of a duplicate', () => {
    const breached = [opened(MORNING, { caseType: 'inquiry' }), timePassed('2024-03-04T04:00:00Z')];
    expect(rowsOf(...breached, fact(2, 'closed', '2024-03-04T05:00:00Z', {}))[0]).toMatchObject({
      status: 'cancelled',
      outcome: 'breached',
      cancelledFor: 'case-closed',
    });
    const duplicate = fact(2, 'linked-duplicate', '2024-03-04T05:00:00Z', { duplicateOf: 'c-2' });
    expect(rowsOf(...breached, duplicate)[0]).toMatchObject({ outcome: 'cancelled', decidedAt: null });
    const again = fact(3, 'reopened', '2024-03-04T06:00:00Z', {});
    expect(rowsOf(...breached, duplicate, again)[0]).toMatchObject({ outcome: 'breached', cancelledFor: null });
  });

  it('keeps the targets one after another, and the whole history', () => {
    const classified = fact(2, 'classified', '2024-03-04T01:30:00Z', { urgency: 'urgent', complexity: 'routine' });
    const [changed] = rowsOf(opened(MORNING, { caseType: 'inquiry' }), classified);
    expect(changed).toMatchObject({ targetId: 'respond-urgent', urgency: 'urgent', targetSeconds: 3600 });
    expect(changed?.targets.map(({ target, from }) => [target.standard?.targetId, from])).toEqual([
      ['respond', '2024-03-04T01:00:00.000Z'],
      ['respond-urgent', '2024-03-04T01:30:00.000Z'],
    ]);
    expect(changed?.history.map(({ kind, at }) => [kind, at])).toEqual([
      ['basis', '2024-03-04T01:00:00.000Z'],
      ['basis', '2024-03-04T01:30:00.000Z'],
    ]);
  });

  it('holds the clock as the decider has it, for any history, also when it went through JSON', () =>
    fc.assert(
      fc.property(randomHistory('following'), ({ facts, end }) => {
        const { events, state } = observedBy(book, onePerBatch([...facts, timePassed(end)]));
        for (const { clockId, clock } of projected(caseClock, recordAll([...events]))) {
          expect(JSON.parse(JSON.stringify(clock))).toEqual(JSON.parse(JSON.stringify(clockOf(state, clockId))));
        }
      }),
      { numRuns: 100 },
    ));
});

describe('attainment', () => {
  const clock = {
    kind: 'resolution',
    tier: 'A',
    owner: 'bo',
    caseType: 'inquiry',
    policyId: 'service-standard',
  } as const;
  const clocks = [
    { ...clock, outcome: 'met', decidedMonth: '2024-03' },
    { ...clock, outcome: 'met', decidedMonth: '2024-03', tier: 'B' },
    { ...clock, outcome: 'breached', decidedMonth: '2024-03' },
    { ...clock, outcome: 'met', decidedMonth: '2024-02' },
    { ...clock, outcome: 'open', decidedMonth: null },
    { ...clock, outcome: 'cancelled', decidedMonth: null },
  ] as const;

  it('is what was met of all that was decided', () =>
    expect(attainmentBy(clocks, [])).toEqual([{ group: {}, met: 3, breached: 1, attained: 0.75 }]));

  it('can be told by whatever is asked for', () => {
    expect(attainmentBy(clocks, ['month', 'tier'])).toEqual([
      { group: { month: '2024-02', tier: 'A' }, met: 1, breached: 0, attained: 1 },
      { group: { month: '2024-03', tier: 'A' }, met: 1, breached: 1, attained: 0.5 },
      { group: { month: '2024-03', tier: 'B' }, met: 1, breached: 0, attained: 1 },
    ]);
    expect(attainmentBy(clocks, ['kind', 'owner', 'caseType', 'policyId'])).toHaveLength(1);
    expect(attainmentBy([], ['tier'])).toEqual([]);
  });
});
