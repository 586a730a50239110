import { projected, recordAll } from '@tenure/kernel/testing';
import type { NoticeEvent } from '@tenure/notice-contract';
import { noticeInbox } from './notice-inbox.projection';

const ids = { noticeId: 'n-1', customerId: 'k-1' };
const at = (minute: number) => `2026-11-20T09:0${minute}:00Z`;
const onEmail = { ...ids, channel: 'email' } as const;
const events: NoticeEvent[] = [
  {
    type: 'NoticeIssued',
    data: {
      ...ids,
      recipient: 'anna',
      template: 'clock-reminded',
      parameters: { caseId: 'c-1' },
      channels: ['inbox', 'email'],
      causeEventId: 'e-1',
      caseId: 'c-1',
      issuedAt: at(0),
    },
  },
  { type: 'NoticeDelivered', data: { ...ids, channel: 'inbox', attempt: 1, reference: 'n-1', deliveredAt: at(1) } },
  {
    type: 'NoticeDeliveryFailed',
    data: { ...onEmail, attempt: 1, error: 'busy', failedAt: at(2), retryAt: at(3) },
  },
  { type: 'NoticeDeliveryFailed', data: { ...onEmail, attempt: 2, error: 'no mailbox', failedAt: at(4) } },
  { type: 'NoticeGivenUp', data: { ...onEmail, attempts: 2, reason: 'no mailbox', givenUpAt: at(4) } },
  { type: 'NoticeRead', data: { ...ids, by: 'anna', readAt: at(5) } },
];
const rowAfter = (count: number) => projected(noticeInbox, recordAll(events.slice(0, count)))[0];
const inbox = { status: 'delivered', attempts: 1, at: at(1), reference: 'n-1' };

describe('notice inbox', () => {
  it('has what a person was told, on its way', () =>
    expect(rowAfter(1)).toEqual({
      ...ids,
      recipient: 'anna',
      template: 'clock-reminded',
      parameters: { caseId: 'c-1' },
      deliveries: {
        inbox: { status: 'pending', attempts: 0, at: at(0) },
        email: { status: 'pending', attempts: 0, at: at(0) },
      },
      caseId: 'c-1',
      causeEventId: 'e-1',
      issuedAt: at(0),
      readAt: null,
      position: 0n,
    }));
  it('shows what failed and when it is tried again', () =>
    expect(rowAfter(3)?.deliveries).toEqual({
      inbox,
      email: { status: 'pending', attempts: 1, at: at(2), error: 'busy', retryAt: at(3) },
    }));
  it('shows what was given up', () =>
    expect(rowAfter(5)?.deliveries).toEqual({
      inbox,
      email: { status: 'given-up', attempts: 2, at: at(4), error: 'no mailbox' },
    }));
  it('shows when it was read', () => expect(rowAfter(6)).toMatchObject({ readAt: at(5), position: 5n }));
});
