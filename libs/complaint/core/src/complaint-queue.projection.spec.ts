import { projected, recordAll } from '@tenure/kernel/testing';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import { complaintQueue } from './complaint-queue.projection';

const ids = { complaintId: 'c-1', customerId: 'k-1' };
const at = (hour: number) => `2013-07-29T${hour}:00:00Z`;
const events: ComplaintEvent[] = [
  {
    type: 'ComplaintOpened',
    data: { ...ids, channel: 'phone', subject: 'Late', product: 'Mortgage', owner: 'anna', openedAt: at(10) },
  },
  { type: 'ComplaintHandOverOffered', data: { ...ids, from: 'anna', to: 'bo', offeredAt: at(11) } },
  { type: 'ComplaintAccepted', data: { ...ids, owner: 'bo', previousOwner: 'anna', acceptedAt: at(12) } },
  { type: 'ComplaintResponded', data: { ...ids, by: 'bo', message: 'Hello', first: true, respondedAt: at(13) } },
  { type: 'ComplaintResponded', data: { ...ids, by: 'bo', message: 'Again', first: false, respondedAt: at(14) } },
  { type: 'ComplaintResolved', data: { ...ids, by: 'bo', remedy: 'voucher', resolvedAt: at(15) } },
  { type: 'ComplaintClosed', data: { ...ids, by: 'bo', disputed: true, closedAt: at(16) } },
  { type: 'ComplaintReopened', data: { ...ids, by: 'bo', reason: 'again', reopenedAt: at(17) } },
];
const rowAfter = (count: number) => projected(complaintQueue, recordAll(events.slice(0, count)))[0];

describe('complaint queue', () => {
  it('shows a new case with whoever was asked first', () =>
    expect(rowAfter(1)).toEqual({
      ...ids,
      status: 'open',
      owner: 'anna',
      offeredTo: null,
      channel: 'phone',
      subject: 'Late',
      product: 'Mortgage',
      issueType: null,
      openedAt: at(10),
      acceptedAt: null,
      firstRespondedAt: null,
      resolvedAt: null,
      remedy: null,
      closedAt: null,
      disputed: null,
      reopenedAt: null,
      reopenings: 0,
      position: 0n,
    }));
  it('shows whom it was offered to until it is accepted', () => {
    expect(rowAfter(2)).toMatchObject({ owner: 'anna', offeredTo: 'bo' });
    expect(rowAfter(3)).toMatchObject({ owner: 'bo', offeredTo: null, acceptedAt: at(12) });
  });
  it('keeps the time of the first answer', () => expect(rowAfter(5)).toMatchObject({ firstRespondedAt: at(13) }));
  it('shows how it ended', () => {
    expect(rowAfter(6)).toMatchObject({ status: 'resolved', resolvedAt: at(15), remedy: 'voucher' });
    expect(rowAfter(7)).toMatchObject({ status: 'closed', closedAt: at(16), disputed: true });
  });
  it('is open again once reopened', () =>
    expect(rowAfter(8)).toMatchObject({
      status: 'open',
      resolvedAt: null,
      remedy: null,
      closedAt: null,
      disputed: null,
      reopenedAt: at(17),
      reopenings: 1,
      position: 7n,
    }));
});
