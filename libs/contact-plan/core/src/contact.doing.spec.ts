import { specify } from '@tenure/kernel/testing';
import { contactPlan } from './contact-plan.decider';
import { planPolicy } from './testing/contact-plan.fixture';
import {
  midOctober,
  newYear,
  visit,
  october,
  visitPlanned,
  callPlanned,
  done,
  visitDone,
  visitMissed,
  dropped,
} from './testing/contact-plan.events';

const { given } = specify(contactPlan([planPolicy]));

const visited = (more: { channel?: 'visit' | 'phone' | 'email'; interactionId?: string; occurredAt?: string } = {}) =>
  ({
    type: 'FulfilContact',
    customerId: 'k-1',
    channel: 'visit',
    interactionId: 'i-1',
    by: 'anna',
    occurredAt: midOctober,
    ...more,
  }) as const;
const record = (more: { kind?: 'visit' | 'call'; contactId?: string; by?: string; occurredAt?: string }) =>
  ({ type: 'RecordPlannedContact', customerId: 'k-1', by: 'anna', occurredAt: midOctober, ...more }) as const;

describe('an interaction', () => {
  it('by visit does the visit of its period', () => given(visitPlanned).when(visited()).then(visitDone));
  it('by phone does the call of its period, and no visit', () => {
    given(callPlanned)
      .when(visited({ channel: 'phone' }))
      .then(done({ ...october, channel: 'phone', interactionId: 'i-1' }));
    given(visitPlanned)
      .when(visited({ channel: 'phone' }))
      .then();
  });
  it('by another channel does nothing', () =>
    given(visitPlanned, callPlanned)
      .when(visited({ channel: 'email' }))
      .then());
  it('outside of the period does nothing', () => {
    given(visitPlanned)
      .when(visited({ occurredAt: newYear }))
      .then();
    given(visitPlanned)
      .when(visited({ occurredAt: '2026-09-30T23:59:59+08:00' }))
      .then();
  });
  it('that is told late does what had been missed', () =>
    given(visitPlanned, visitMissed).when(visited()).then(visitDone));
  it('does nothing where the contact is done', () =>
    given(visitPlanned, visitDone)
      .when(visited({ interactionId: 'i-2' }))
      .then());
  it('does nothing where the contact was dropped', () =>
    given(visitPlanned, dropped(visit, midOctober)).when(visited()).then());
});

describe('recording a planned contact', () => {
  it('finds it by its kind', () =>
    given(visitPlanned)
      .when(record({ kind: 'visit' }))
      .then(done(visit)));
  it('finds it by its id', () =>
    given(visitPlanned)
      .when(record({ contactId: 'visit-2026-Q4' }))
      .then(done(visit)));
  it('does what had been missed, where it took place in time', () =>
    given(visitPlanned, visitMissed)
      .when(record({ kind: 'visit' }))
      .then(done(visit)));
  it('refuses a kind that is not planned then', () => {
    given(visitPlanned)
      .when(record({ kind: 'call' }))
      .thenRejected('contact-not-planned');
    given(visitPlanned)
      .when(record({ kind: 'visit', occurredAt: newYear }))
      .thenRejected('contact-not-planned');
    given(visitPlanned, dropped(visit, midOctober))
      .when(record({ kind: 'visit' }))
      .thenRejected('contact-not-planned');
  });
  it('refuses an id that is not planned', () => {
    given()
      .when(record({ contactId: 'visit-2026-Q4' }))
      .thenRejected('contact-not-planned');
    given(visitPlanned, dropped(visit, midOctober))
      .when(record({ contactId: 'visit-2026-Q4' }))
      .thenRejected('contact-not-planned');
  });
  it('refuses a time outside of the period of the one that is named', () =>
    given(visitPlanned)
      .when(record({ contactId: 'visit-2026-Q4', occurredAt: newYear }))
      .thenRejected('contact-outside-its-period'));
  it('refuses an id and a kind that do not fit', () =>
    given(visitPlanned)
      .when(record({ contactId: 'visit-2026-Q4', kind: 'call' }))
      .thenRejected('contact-of-another-kind'));
  it('refuses to guess what was meant', () => given(visitPlanned).when(record({})).thenRejected('contact-not-named'));
  it('refuses to do it again', () => {
    given(visitPlanned, visitDone)
      .when(record({ kind: 'visit', by: 'bo' }))
      .thenRejected('contact-already-done');
    given(visitPlanned, visitDone)
      .when(record({ contactId: 'visit-2026-Q4', by: 'bo' }))
      .thenRejected('contact-already-done');
  });
});
