import type { ComplaintEvent } from '@tenure/complaint-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import type { CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { caseClock } from './case-clock.projection';
import { caseQueue } from './case-queue.projection';
import { NOT_DUE } from './case-queue.row';
import { standardsBook } from './standards.book';
import { fact, observedBy, onePerBatch, opened, timePassed } from './testing/case.history';
import { policies } from './testing/example.policies';
import { randomHistory } from './testing/random.history';

const book = standardsBook(policies);
const MORNING = '2024-03-04T01:00:00Z';
const complaint: ComplaintEvent = {
  type: 'ComplaintOpened',
  data: {
    complaintId: 'c-1',
    customerId: 'k-1',
    channel: 'phone',
    subject: 'Late',
    owner: 'anna',
    openedAt: MORNING,
    caseType: 'inquiry',
  },
};
const ended = (type: 'ComplaintResolved' | 'ComplaintClosed' | 'ComplaintReopened'): ComplaintEvent =>
  ({ type, data: { complaintId: 'c-1', customerId: 'k-1' } }) as ComplaintEvent;

const eventsOf = (...facts: CaseFact[]) => observedBy(book, onePerBatch(facts)).events;
const rowOf = (...events: readonly (ComplaintEvent | ReturnType<typeof eventsOf>[number])[]) =>
  projected(caseQueue, recordAll([...events]))[0];
const opening = opened(MORNING, { caseType: 'inquiry', tier: 'A' });

describe('a case in the queue', () => {
  it('waits for what is due first', () =>
    expect(rowOf(complaint, ...eventsOf(opening))).toMatchObject({
      caseId: 'c-1',
      subject: 'Late',
      owner: 'anna',
      caseType: 'inquiry',
      urgency: 'normal',
      tier: 'A',
      isWaiting: true,
      dueFirst: '2024-03-04T02:00:00.000Z',
      dueByKind: { 'first-response': '2024-03-04T02:00:00.000Z', resolution: '2024-03-04T10:00:00.000Z' },
    }));

  it('is not due while all that is left stands still', () => {
    const answered = fact(2, 'responded', '2024-03-04T01:30:00Z', { by: 'bo' });
    const held = fact(3, 'held', '2024-03-04T01:40:00Z', { reason: 'waiting-on-customer' });
    expect(rowOf(complaint, ...eventsOf(opening, answered, held))).toMatchObject({
      dueFirst: NOT_DUE,
      dueByKind: { resolution: NOT_DUE },
      isPaused: true,
      isWaiting: true,
    });
  });

  it('waits on after the resolution until the customer was told and asked, and is over then', () => {
    const resolved = fact(2, 'resolved', '2024-03-04T01:30:00Z', { by: 'bo' });
    const told = fact(3, 'told', '2024-03-04T01:40:00Z', { by: 'bo' });
    const asked = fact(4, 'followed-up', '2024-03-04T01:50:00Z', { by: 'bo' });
    const [ofResolution, ofAll] = [eventsOf(opening, resolved), eventsOf(opening, resolved, told, asked)];
    expect(rowOf(complaint, ...ofResolution, ended('ComplaintResolved'))).toMatchObject({
      status: 'resolved',
      isWaiting: true,
      dueByKind: { feedback: '2024-03-05T01:30:00.000Z' },
    });
    const { isWaiting, dueByKind } = rowOf(complaint, ...ofAll, ended('ComplaintClosed')) ?? {};
    expect([isWaiting, dueByKind]).toEqual([false, {}]);
    expect(rowOf(complaint, ended('ComplaintClosed'), ended('ComplaintReopened'))?.isWaiting).toBe(true);
  });

  it('is due when the first of its clocks is, and late when one of them is, whatever happens', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('following', 'keeping').chain((id) => randomHistory(id)),
        ({ facts, end }) => {
          const events = eventsOf(...facts, timePassed(end));
          const open = projected(caseClock, recordAll([...events])).filter(
            ({ status }) => status === 'running' || status === 'paused',
          );
          const [first = NOT_DUE] = open.flatMap(({ dueAt }) => dueAt ?? []).sort();
          expect(rowOf(complaint, ...events)).toMatchObject({
            dueFirst: first,
            isBreached: open.some(({ outcome }) => outcome === 'breached'),
            isPaused: open.some(({ status }) => status === 'paused'),
          });
        },
      ),
      { numRuns: 100 },
    ));
});
