import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { NoticeEvent } from '@tenure/notice-contract';
import { notice } from './notice.decider';

const { given } = specify(notice);
const at = '2026-11-20T09:00:00+08:00';
const later = '2026-11-20T09:05:00+08:00';
const ids = { noticeId: 'n-1', customerId: 'k-1' };
const told = {
  ...ids,
  recipient: 'anna',
  template: 'clock-escalated',
  parameters: { caseId: 'c-1' },
  channels: ['inbox', 'email'],
  causeEventId: 'e-1',
  caseId: 'c-1',
} as const;

const issued: NoticeEvent = { type: 'NoticeIssued', data: { ...told, issuedAt: at } };
const failed: NoticeEvent = {
  type: 'NoticeDeliveryFailed',
  data: { ...ids, channel: 'email', attempt: 1, error: 'busy', failedAt: at, retryAt: later },
};
const delivered: NoticeEvent = {
  type: 'NoticeDelivered',
  data: { ...ids, channel: 'email', attempt: 2, reference: '<m-1>', deliveredAt: later },
};
const readIt: NoticeEvent = { type: 'NoticeRead', data: { ...ids, by: 'anna', readAt: later } };

const issue = { type: 'IssueNotice', ...told, occurredAt: at } as const;
const fail = {
  type: 'RecordNoticeFailure',
  noticeId: 'n-1',
  channel: 'email',
  attempt: 1,
  error: 'busy',
  retryAt: later,
  occurredAt: at,
} as const;
const deliver = {
  type: 'RecordNoticeDelivery',
  noticeId: 'n-1',
  channel: 'email',
  attempt: 2,
  reference: '<m-1>',
  occurredAt: later,
} as const;
const read = { type: 'MarkNoticeRead', noticeId: 'n-1', by: 'anna', occurredAt: later } as const;

describe('notice', () => {
  it('is issued once, whatever it would say the second time', () => {
    given().when(issue).then(issued);
    given(issued)
      .when({ ...issue, channels: ['inbox', 'webhook'], occurredAt: later })
      .then();
  });
  it('counts what failed, and is delivered once', () => {
    given(issued).when(fail).then(failed);
    given(issued, failed).when(deliver).then(delivered);
    given(issued, failed, delivered)
      .when({ ...deliver, attempt: 3, reference: '<m-2>' })
      .then();
  });
  it('is given up with the last failure', () => {
    const { retryAt: _, ...last } = { ...fail, attempt: 2, error: 'no such mailbox' };
    const failure = { ...ids, channel: 'email', attempt: 2, error: 'no such mailbox', failedAt: at } as const;
    const givenUp = { ...ids, channel: 'email', attempts: 2, reason: 'no such mailbox', givenUpAt: at } as const;
    given(issued, failed)
      .when(last)
      .then({ type: 'NoticeDeliveryFailed', data: failure }, { type: 'NoticeGivenUp', data: givenUp });
    given(issued, failed, { type: 'NoticeGivenUp', data: givenUp })
      .when({ ...fail, attempt: 3 })
      .then();
  });
  it('is a failure of its own only where the attempt is', () => given(issued, failed).when(fail).then());
  it('goes out on no channel that was not asked for', () =>
    given(issued)
      .when({ ...deliver, channel: 'webhook' })
      .thenRejected('notice-not-asked-on-channel'));
  it('is read by whom it is for, once', () => {
    given(issued).when(read).then(readIt);
    given(issued, readIt)
      .when({ ...read, occurredAt: at })
      .then();
    given(issued)
      .when({ ...read, by: 'bo' })
      .thenRejected('notice-for-somebody-else');
  });
  it('is unknown until issued', () => given().when(read).thenRejected('notice-not-found'));

  const channel = fc.constantFrom('inbox', 'email', 'webhook');
  const attempt = fc.integer({ min: 1, max: 4 });
  const onNotice = { noticeId: fc.constant('n-1'), occurredAt: fc.constantFrom(at, later) };
  const text = fc.constantFrom('one', 'two');
  const commands = {
    IssueNotice: fc.record({
      ...onNotice,
      type: fc.constant('IssueNotice'),
      recipient: fc.constantFrom('anna', 'bo'),
      template: text,
      parameters: fc.constant({}),
      channels: fc.subarray(['inbox', 'email', 'webhook'] as const),
      causeEventId: text,
    }),
    RecordNoticeDelivery: fc.record({
      ...onNotice,
      type: fc.constant('RecordNoticeDelivery'),
      channel,
      attempt,
      reference: text,
    }),
    RecordNoticeFailure: fc.record(
      { ...onNotice, type: fc.constant('RecordNoticeFailure'), channel, attempt, error: text, retryAt: text },
      { requiredKeys: ['type', 'noticeId', 'occurredAt', 'channel', 'attempt', 'error'] },
    ),
    MarkNoticeRead: fc.record({
      ...onNotice,
      type: fc.constant('MarkNoticeRead'),
      by: fc.constantFrom('anna', 'bo'),
    }),
  } as const;

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(notice, commands));

  it('is delivered at most once a channel in any history', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(...Object.values(commands)), { maxLength: 40 }), (sequence) => {
        let state = notice.initial;
        const deliveries: string[] = [];
        for (const command of sequence) {
          const decision = notice.decide(command, state);
          if (!decision.accepted) continue;
          state = decision.events.reduce(notice.evolve, state);
          for (const event of decision.events)
            if (event.type === 'NoticeDelivered') deliveries.push(event.data.channel);
        }
        expect(deliveries).toHaveLength(new Set(deliveries).size);
      }),
    ));
});
