import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import { complaint } from './complaint.decider';

const { given } = specify(complaint);
const at = '2013-07-29T09:00:00Z';
const later = '2013-07-29T10:00:00Z';
const ids = { complaintId: 'c-1', customerId: 'k-1' };

const opened: ComplaintEvent = {
  type: 'ComplaintOpened',
  data: { ...ids, channel: 'phone', subject: 'Late delivery', owner: 'anna', openedAt: at },
};
const accepted: ComplaintEvent = {
  type: 'ComplaintAccepted',
  data: { ...ids, owner: 'bo', previousOwner: 'anna', acceptedAt: later },
};
const resolved: ComplaintEvent = {
  type: 'ComplaintResolved',
  data: { ...ids, by: 'bo', remedy: 'voucher', resolvedAt: later },
};
const closed: ComplaintEvent = { type: 'ComplaintClosed', data: { ...ids, by: 'bo', closedAt: later } };

const open = {
  type: 'OpenComplaint',
  ...ids,
  channel: 'phone',
  subject: 'Late delivery',
  receivedBy: 'anna',
  occurredAt: at,
} as const;
const accept = { type: 'AcceptComplaint', complaintId: 'c-1', by: 'bo', occurredAt: later } as const;
const respond = {
  type: 'RespondToComplaint',
  complaintId: 'c-1',
  by: 'bo',
  message: 'Hello',
  occurredAt: later,
} as const;
const resolve = {
  type: 'ResolveComplaint',
  complaintId: 'c-1',
  by: 'bo',
  remedy: 'voucher',
  occurredAt: later,
} as const;
const close = { type: 'CloseComplaint', complaintId: 'c-1', by: 'bo', occurredAt: later } as const;
const reopen = {
  type: 'ReopenComplaint',
  complaintId: 'c-1',
  by: 'bo',
  reason: 'broke again',
  occurredAt: later,
} as const;
const offer = { type: 'OfferComplaintHandOver', complaintId: 'c-1', to: 'chen', occurredAt: later } as const;

describe('complaint', () => {
  it('belongs to whoever was asked first', () => given().when(open).then(opened));
  it('refuses another complaint under the same id', () =>
    given(opened)
      .when({ ...open, subject: 'Something else' })
      .thenRejected('complaint-already-opened-differently'));
  it('changes hands when a named person accepts', () => given(opened).when(accept).then(accepted));
  it('stays with its owner while a hand-over is only offered', () => {
    given(opened)
      .when(offer)
      .then({ type: 'ComplaintHandOverOffered', data: { ...ids, from: 'anna', to: 'chen', offeredAt: later } });
    const state = given(opened, {
      type: 'ComplaintHandOverOffered',
      data: { ...ids, from: 'anna', to: 'chen', offeredAt: later },
    }).state();
    expect(state).toMatchObject({ owner: 'anna', offeredTo: 'chen' });
  });
  it('marks only the first response as first', () => {
    const first: ComplaintEvent = {
      type: 'ComplaintResponded',
      data: { ...ids, by: 'bo', message: 'Hello', first: true, respondedAt: later },
    };
    given(opened).when(respond).then(first);
    given(opened, first)
      .when({ ...respond, message: 'Again' })
      .then({
        type: 'ComplaintResponded',
        data: { ...ids, by: 'bo', message: 'Again', first: false, respondedAt: later },
      });
  });
  it('is resolved once', () => {
    given(opened, accepted).when(resolve).then(resolved);
    given(opened, resolved)
      .when({ ...resolve, remedy: 'refund' })
      .thenRejected('complaint-already-resolved');
  });
  it('is closed only when resolved', () => {
    given(opened).when(close).thenRejected('complaint-not-resolved');
    given(opened, resolved).when(close).then(closed);
  });
  it('can be reopened, and resolved anew', () => {
    given(opened).when(reopen).thenRejected('complaint-not-closed');
    given(opened, resolved, closed)
      .when(reopen)
      .then({ type: 'ComplaintReopened', data: { ...ids, by: 'bo', reason: 'broke again', reopenedAt: later } });
  });
  it('refuses what happened before it was opened', () =>
    given(opened)
      .when({ ...accept, occurredAt: '2013-07-28T09:00:00Z' })
      .thenRejected('complaint-happened-before-opening'));
  it('is unknown until opened', () => given().when(accept).thenRejected('complaint-not-found'));

  const person = fc.constantFrom('anna', 'bo', 'chen', 'dora');
  const text = fc.constantFrom('one', 'two');
  const onCase = { complaintId: fc.constant('c-1'), occurredAt: fc.constantFrom(at, later) };
  const commands = {
    OpenComplaint: fc.record({
      ...onCase,
      type: fc.constant('OpenComplaint'),
      customerId: fc.constant('k-1'),
      channel: fc.constant('phone'),
      subject: text,
      receivedBy: person,
    }),
    OfferComplaintHandOver: fc.record({ ...onCase, type: fc.constant('OfferComplaintHandOver'), to: person }),
    AcceptComplaint: fc.record({ ...onCase, type: fc.constant('AcceptComplaint'), by: person }),
    RespondToComplaint: fc.record({ ...onCase, type: fc.constant('RespondToComplaint'), by: person, message: text }),
    ResolveComplaint: fc.record({ ...onCase, type: fc.constant('ResolveComplaint'), by: person, remedy: text }),
    CloseComplaint: fc.record({ ...onCase, type: fc.constant('CloseComplaint'), by: person }),
    ReopenComplaint: fc.record({ ...onCase, type: fc.constant('ReopenComplaint'), by: person, reason: text }),
  } as const;

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(complaint, commands));

  it('has one owner at every moment of any history, who changes only by acceptance', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(...Object.values(commands)), { maxLength: 40 }), (sequence) => {
        let state = complaint.initial;
        let owner: string | undefined;
        for (const command of sequence) {
          const decision = complaint.decide(command, state);
          if (!decision.accepted) continue;
          for (const event of decision.events) {
            state = complaint.evolve(state, event);
            if (event.type === 'ComplaintOpened') owner = event.data.owner;
            if (event.type === 'ComplaintAccepted') {
              expect(event.data.previousOwner).toBe(owner);
              owner = event.data.owner;
            }
            expect(state).toMatchObject({ owner });
          }
        }
      }),
    ));
});
