import type { ContactPlanEvent } from '@tenure/contact-plan-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { contactSchedule } from './contact-schedule.projection';

const visit = { contactId: 'visit-2026-Q4', customerId: 'k-1', kind: 'visit' } as const;
const when = { period: '2026-Q4', periodFrom: '2026-10-01T00:00:00+08:00', dueBy: '2027-01-01T00:00:00+08:00' };
const plannedBy = (tier: string, plannedAt: string): ContactPlanEvent => ({
  type: 'ContactPlanned',
  data: { ...visit, ...when, tier, policy: { policyId: 'contact-plan', version: 2 }, plannedAt },
});
const planned = plannedBy('A', when.periodFrom);
const missed: ContactPlanEvent = {
  type: 'ContactMissed',
  data: { ...visit, tier: 'A', dueBy: when.dueBy, missedAt: when.dueBy },
};
const done: ContactPlanEvent = {
  type: 'ContactDone',
  data: { ...visit, by: 'anna', channel: 'visit', interactionId: 'i-1', doneAt: '2026-12-30T10:00:00+08:00' },
};
const dropped: ContactPlanEvent = {
  type: 'ContactDropped',
  data: { ...visit, reason: 'tier-changed', droppedAt: '2026-10-12T00:00:00+08:00' },
};
const rowAfter = (...events: ContactPlanEvent[]) => projected(contactSchedule, recordAll(events))[0];

describe('contact schedule', () => {
  it('shows what is planned, until when and by which plan', () =>
    expect(rowAfter(planned)).toEqual({
      ...visit,
      ...when,
      contactKey: 'k-1/visit-2026-Q4',
      tier: 'A',
      status: 'open',
      doneBy: null,
      doneAt: null,
      channel: null,
      interactionId: null,
      missedAt: null,
      droppedBecause: null,
      policyId: 'contact-plan',
      policyVersion: 2,
      plannedAt: when.periodFrom,
      position: 0n,
    }));
  it('shows who did it, when, and by which interaction', () =>
    expect(rowAfter(planned, done)).toMatchObject({
      status: 'done',
      doneBy: 'anna',
      doneAt: '2026-12-30T10:00:00+08:00',
      channel: 'visit',
      interactionId: 'i-1',
      missedAt: null,
    }));
  it('shows what was missed, also where it turns out to have been done', () => {
    expect(rowAfter(planned, missed)).toMatchObject({ status: 'missed', missedAt: when.dueBy });
    expect(rowAfter(planned, missed, done)).toMatchObject({ status: 'done', missedAt: when.dueBy, doneBy: 'anna' });
  });
  it('shows why it was dropped, and that it was planned again', () => {
    expect(rowAfter(planned, dropped)).toMatchObject({ status: 'dropped', droppedBecause: 'tier-changed' });
    expect(rowAfter(planned, dropped, plannedBy('S', '2026-10-13T00:00:00+08:00'))).toMatchObject({
      status: 'open',
      droppedBecause: null,
      tier: 'S',
      plannedAt: '2026-10-13T00:00:00+08:00',
    });
  });
});
