import type { ComplaintEvent } from '@tenure/complaint-contract';
import { specify } from '@tenure/kernel/testing';
import { complaint } from './complaint.decider';
import {
  accepted,
  at,
  close,
  closed,
  ids,
  later,
  linked,
  onCase,
  opened,
  reopen,
  resolve,
  resolved,
} from './testing/complaint.fixture';

const { given } = specify(complaint);
const tell = { type: 'TellComplaintResult', ...onCase, by: 'bo', channel: 'phone' } as const;
const followUp = { type: 'FollowUpComplaint', ...onCase, by: 'bo', satisfaction: 4 } as const;
const reopened: ComplaintEvent = {
  type: 'ComplaintReopened',
  data: { ...ids, by: 'bo', reason: 'broke again', reopenedAt: later },
};
const told: ComplaintEvent = {
  type: 'ComplaintResultTold',
  data: { ...ids, by: 'bo', channel: 'phone', toldAt: later },
};
const followedUp: ComplaintEvent = {
  type: 'ComplaintFollowedUp',
  data: { ...ids, by: 'bo', satisfaction: 4, followedUpAt: later },
};

describe('the outcome of a complaint', () => {
  it('is one resolution', () => {
    given(opened, accepted('bo', 'anna')).when(resolve).then(resolved);
    given(opened, resolved)
      .when({ ...resolve, remedy: 'refund' })
      .thenRejected('complaint-already-resolved');
  });
  it('keeps what was reported of it', () =>
    given(opened)
      .when({ ...resolve, reportedTimely: false })
      .then({ ...resolved, data: { ...resolved.data, reportedTimely: false } } as ComplaintEvent));
  it('is told and followed up once it is there', () => {
    given(opened).when(tell).thenRejected('complaint-not-resolved');
    given(opened).when(followUp).thenRejected('complaint-not-resolved');
    given(opened, resolved).when(tell).then(told);
    given(opened, resolved, closed).when(followUp).then(followedUp);
  });
  it('is closed only when resolved', () => {
    given(opened).when(close).thenRejected('complaint-not-resolved');
    given(opened, resolved).when(close).then(closed);
  });
  it.each([tell, followUp, close, reopen])('comes before what follows from it: $type', (command) =>
    given(opened, resolved)
      .when({ ...command, occurredAt: at })
      .thenRejected('complaint-happened-before-resolution'),
  );
  it('is taken back by reopening, and the case resolved, told and followed up anew', () => {
    given(opened).when(reopen).thenRejected('complaint-not-closed');
    given(opened, resolved, told, followedUp, closed).when(reopen).then(reopened);
    const again = [opened, resolved, told, closed, reopened];
    given(...again)
      .when(tell)
      .thenRejected('complaint-not-resolved');
    given(...again)
      .when(resolve)
      .then(resolved);
    given(...again, resolved)
      .when(tell)
      .then(told);
  });
  it('is not that of a duplicate, unless it turns out to be none', () => {
    given(opened, linked).when(resolve).thenRejected('complaint-not-open');
    given(opened, linked).when(reopen).then(reopened);
    given(opened, linked, reopened).when(resolve).then(resolved);
  });
});
