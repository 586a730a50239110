import type { ComplaintEvent } from '@tenure/complaint-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { complaintQueue } from './complaint-queue.projection';
import { stepsOf } from './complaint.steps';
import { history, hour, ids } from './testing/complaint.history';

const stepsAfter = (events: readonly ComplaintEvent[]) =>
  projected(complaintQueue, recordAll(events)).flatMap((row) => stepsOf(row));
const statesAfter = (count: number) => stepsAfter(history.slice(0, count)).map(({ state }) => state);

describe('the steps of a case', () => {
  it('are five, in Chinese and English', () =>
    expect(stepsAfter(history.slice(0, 1)).map(({ step, title }) => [step, title.zh])).toEqual([
      ['inquiry', '咨询'],
      ['acceptance', '受理'],
      ['resolution', '解决'],
      ['feedback', '反馈'],
      ['follow-up', '跟进'],
    ]));
  it.each([
    ['opened', 1, ['done', 'in-progress', 'to-come', 'to-come', 'to-come']],
    ['accepted', 5, ['done', 'done', 'in-progress', 'to-come', 'to-come']],
    ['held', 10, ['done', 'done', 'on-hold', 'to-come', 'to-come']],
    ['resolved', 14, ['done', 'done', 'done', 'in-progress', 'to-come']],
    ['told', 15, ['done', 'done', 'done', 'done', 'in-progress']],
    ['followed up', 16, ['done', 'done', 'done', 'done', 'done']],
    ['reopened', 19, ['done', 'done', 'in-progress', 'to-come', 'to-come']],
    ['a duplicate', 20, ['done', 'done', 'left-out', 'left-out', 'left-out']],
  ])('of one that is %s', (_what, count, states) => expect(statesAfter(count)).toEqual(states));

  it('say who did each, or answers for it, and when it was done', () =>
    expect(stepsAfter(history.slice(0, 5)).map(({ owner, doneAt }) => [owner, doneAt])).toEqual([
      ['anna', hour(1)],
      ['bo', hour(5)],
      ['bo', null],
      ['bo', null],
      ['bo', null],
    ]));
  it('may be left out: who resolves a case without accepting it, who closes it without telling', () => {
    const resolved: ComplaintEvent = {
      type: 'ComplaintResolved',
      data: { ...ids, by: 'bo', remedy: 'voucher', resolvedAt: hour(2) },
    };
    const closed: ComplaintEvent = { type: 'ComplaintClosed', data: { ...ids, by: 'bo', closedAt: hour(3) } };
    const states = stepsAfter([...history.slice(0, 1), resolved, closed]).map(({ state }) => state);
    expect(states).toEqual(['done', 'left-out', 'done', 'left-out', 'left-out']);
  });
});
