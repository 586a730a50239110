import { projected, recordAll } from '@tenure/kernel/testing';
import { complaintCodec, type ComplaintEvent } from '@tenure/complaint-contract';
import { complaintQueue } from './complaint-queue.projection';
import { history, hour, ids } from './testing/complaint.history';

const rowAfter = (count: number) => projected(complaintQueue, recordAll(history.slice(0, count)))[0];
const rowOf = (...events: ComplaintEvent[]) => projected(complaintQueue, recordAll(events))[0];
const [opened] = history;

describe('complaint queue', () => {
  it('is tried on every event type', () =>
    expect(new Set(history.map(({ type }) => type))).toEqual(new Set(complaintCodec.types)));
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
      openedAt: hour(1),
      receivedBy: 'anna',
      caseType: 'complaint',
      urgency: 'normal',
      complexity: 'routine',
      serviceStandard: null,
      agreedDueAt: null,
      acceptedAt: null,
      acceptedBy: null,
      firstRespondedAt: null,
      heldAt: null,
      heldFor: null,
      holds: 0,
      help: [],
      resolvedAt: null,
      resolvedBy: null,
      remedy: null,
      reportedTimely: null,
      toldAt: null,
      toldBy: null,
      followedUpAt: null,
      followedUpBy: null,
      satisfaction: null,
      closedAt: null,
      disputed: null,
      duplicateOf: null,
      reopenedAt: null,
      reopenings: 0,
      position: 0n,
    }));
  it('shows what it is judged by', () => {
    const judged = {
      caseType: 'service',
      urgency: 'urgent',
      complexity: 'complex',
      serviceStandard: 'cfpb',
      agreedDueAt: hour(9),
    } as const;
    if (opened?.type !== 'ComplaintOpened') throw new Error('no opening');
    expect(rowOf({ ...opened, data: { ...opened.data, ...judged } })).toMatchObject(judged);
    expect(rowAfter(3)).toMatchObject({ urgency: 'urgent', complexity: 'complex', agreedDueAt: hour(20) });
  });
  it('shows whom it was offered to until it is accepted or declined', () => {
    expect(rowAfter(4)).toMatchObject({ owner: 'anna', offeredTo: 'bo' });
    expect(rowAfter(5)).toMatchObject({ owner: 'bo', offeredTo: null, acceptedAt: hour(5), acceptedBy: 'bo' });
    expect(rowAfter(6)).toMatchObject({ owner: 'bo', offeredTo: 'chen' });
    expect(rowAfter(7)).toMatchObject({ owner: 'bo', offeredTo: null });
  });
  it('keeps the first acceptance', () =>
    expect(
      rowOf(...history.slice(0, 6), {
        type: 'ComplaintAccepted',
        data: { ...ids, owner: 'chen', previousOwner: 'bo', acceptedAt: hour(7) },
      }),
    ).toMatchObject({ owner: 'chen', acceptedBy: 'bo', acceptedAt: hour(5) }));
  it('keeps the time of the first answer', () => expect(rowAfter(9)).toMatchObject({ firstRespondedAt: hour(8) }));
  it('shows why it waits, while it does', () => {
    expect(rowAfter(10)).toMatchObject({ heldAt: hour(10), heldFor: 'waiting-on-customer', holds: 1 });
    expect(rowAfter(11)).toMatchObject({ heldAt: null, heldFor: null, holds: 1 });
  });
  it('shows the help that was asked for, and whether it came', () => {
    const asked = { helpId: 'h-1', from: 'engineering', question: 'The pump?', by: 'bo', requestedAt: hour(12) };
    expect(rowAfter(12)).toMatchObject({ help: [{ ...asked, answeredAt: null, answeredBy: null }] });
    expect(rowAfter(13)).toMatchObject({ help: [{ ...asked, answeredAt: hour(13), answeredBy: 'dora' }] });
  });
  it('shows how it ended', () => {
    expect(rowAfter(14)).toMatchObject({
      status: 'resolved',
      resolvedAt: hour(14),
      resolvedBy: 'bo',
      remedy: 'voucher',
    });
    expect(rowAfter(15)).toMatchObject({ toldAt: hour(15), toldBy: 'bo' });
    expect(rowAfter(16)).toMatchObject({ followedUpAt: hour(16), followedUpBy: 'bo', satisfaction: 4 });
    expect(rowAfter(17)).toMatchObject({ status: 'closed', closedAt: hour(17), disputed: true });
  });
  it('is open again once reopened', () =>
    expect(rowAfter(19)).toMatchObject({
      status: 'open',
      resolvedAt: null,
      remedy: null,
      toldAt: null,
      followedUpAt: null,
      satisfaction: null,
      closedAt: null,
      disputed: null,
      reopenedAt: hour(19),
      reopenings: 1,
      acceptedAt: hour(5),
      firstRespondedAt: hour(8),
      position: 18n,
    }));
  it('shows what it is a duplicate of', () =>
    expect(rowAfter(20)).toMatchObject({ status: 'closed', closedAt: hour(20), duplicateOf: 'c-0', resolvedAt: null }));
});
