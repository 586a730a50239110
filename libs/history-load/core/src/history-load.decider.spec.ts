import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { HistoryLoadEvent } from '@tenure/history-load-contract';
import { historyLoad } from './history-load.decider';

const { given } = specify(historyLoad);
const occurredAt = '2026-01-05T08:00:00Z';
const start = { type: 'StartHistoryLoad', loadId: 'l-1', mapping: 'shop', files: ['a.csv'], occurredAt } as const;
const counts = { read: 6, accepted: 3, known: 2, rejected: 1 };
const finish = { type: 'FinishHistoryLoad', loadId: 'l-1', ...counts, occurredAt } as const;
const started: HistoryLoadEvent = {
  type: 'HistoryLoadStarted',
  data: { loadId: 'l-1', mapping: 'shop', files: ['a.csv'], startedAt: occurredAt },
};
const finished: HistoryLoadEvent = {
  type: 'HistoryLoadFinished',
  data: { loadId: 'l-1', ...counts, finishedAt: occurredAt },
};

describe('history load', () => {
  it('starts and finishes', () => {
    given().when(start).then(started);
    given(started).when(finish).then(finished);
  });
  it('can be loaded again', () => given(started, finished).when(start).then(started));
  it('finishes only what was started', () => given().when(finish).thenRejected('history-load-not-started'));
  it('refuses counts that do not add up', () =>
    given(started)
      .when({ ...finish, accepted: 4 })
      .thenRejected('history-load-counts-disagree'));
  it('yields no events for a repeated command', () =>
    proveRepeatedCommandsYieldNoEvents(historyLoad, {
      StartHistoryLoad: fc.constant(start),
      FinishHistoryLoad: fc.constant(finish),
    }));
});
