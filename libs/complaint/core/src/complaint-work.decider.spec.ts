import type { ComplaintEvent } from '@tenure/complaint-contract';
import { specify } from '@tenure/kernel/testing';
import { complaint } from './complaint.decider';
import {
  at,
  continued,
  held,
  ids,
  later,
  latest,
  onCase,
  opened,
  resolve,
  resolved,
  respond,
} from './testing/complaint.fixture';

const { given } = specify(complaint);
const responded = (first: boolean, message = 'Hello'): ComplaintEvent => ({
  type: 'ComplaintResponded',
  data: { ...ids, by: 'bo', message, first, respondedAt: later },
});

describe('answers to a complaint', () => {
  it('are told apart: the first, and the others', () => {
    given(opened).when(respond).then(responded(true));
    given(opened, responded(true))
      .when({ ...respond, message: 'Again' })
      .then(responded(false, 'Again'));
  });
});

describe('a hold', () => {
  const hold = {
    type: 'HoldComplaint',
    ...onCase,
    reasonKind: 'waiting-on-customer',
    reason: 'serial number',
    by: 'bo',
  } as const;
  const goOn = { type: 'ContinueComplaint', ...onCase, by: 'bo' } as const;

  it('has a reason and an end', () => {
    given(opened).when(hold).then(held);
    given(opened, held).when(goOn).then(continued());
  });
  it('is one at a time', () =>
    given(opened, held)
      .when({ ...hold, reasonKind: 'waiting-on-third-party' })
      .thenRejected('complaint-already-held'));
  it('does not end before it starts', () => {
    const early = { ...onCase, occurredAt: at };
    given(opened, held)
      .when({ ...goOn, ...early })
      .thenRejected('complaint-continued-before-held');
    given(opened, held)
      .when({ ...respond, ...early })
      .thenRejected('complaint-continued-before-held');
    given(opened, held)
      .when({ ...resolve, ...early })
      .thenRejected('complaint-continued-before-held');
  });
  it('does not start before the one before it ended', () =>
    given(opened, held, { ...continued(), data: { ...ids, by: 'bo', continuedAt: latest } } as ComplaintEvent)
      .when({ ...hold, reason: 'photos' })
      .thenRejected('complaint-holds-overlap'));
  it('is there to be continued from', () => given(opened).when(goOn).thenRejected('complaint-not-held'));
  it('ends with an answer, and with the resolution', () => {
    given(opened, held).when(respond).then(continued('answered'), responded(true));
    given(opened, held).when(resolve).then(continued('resolved'), resolved);
  });
  it('ends with an answer that says the same as one before it', () =>
    given(opened, responded(true), held).when(respond).then(continued('answered'), responded(false)));
  it('is for open cases', () => given(opened, resolved).when(hold).thenRejected('complaint-not-open'));
});

describe('internal help', () => {
  const ask = {
    type: 'RequestInternalHelp',
    ...onCase,
    helpId: 'h-1',
    from: 'engineering',
    question: 'Is it the pump?',
    by: 'bo',
  } as const;
  const answer = { type: 'AnswerInternalHelp', ...onCase, helpId: 'h-1', by: 'dora', answer: 'Yes' } as const;
  const asked: ComplaintEvent = {
    type: 'InternalHelpRequested',
    data: { ...ids, helpId: 'h-1', from: 'engineering', question: 'Is it the pump?', by: 'bo', requestedAt: later },
  };
  const answered: ComplaintEvent = {
    type: 'InternalHelpAnswered',
    data: { ...ids, helpId: 'h-1', by: 'dora', answer: 'Yes', answeredAt: later },
  };

  it('is asked of somebody, and answered once', () => {
    given(opened).when(ask).then(asked);
    given(opened, asked).when(answer).then(answered);
    given(opened, asked, answered)
      .when({ ...answer, answer: 'No' })
      .thenRejected('complaint-help-already-answered');
  });
  it('is told apart by its id', () => {
    given(opened, asked)
      .when({ ...ask, question: 'Or the valve?' })
      .thenRejected('complaint-help-requested-differently');
    given(opened, asked)
      .when({ ...answer, helpId: 'h-2' })
      .thenRejected('complaint-help-not-found');
  });
  it('is not answered before it was asked for', () =>
    given(opened, asked)
      .when({ ...answer, occurredAt: at })
      .thenRejected('complaint-help-answered-before-requested'));
  it('is asked for while the case is open, and may be answered later', () => {
    given(opened, resolved).when(ask).thenRejected('complaint-not-open');
    given(opened, asked, resolved).when(answer).then(answered);
  });
});
