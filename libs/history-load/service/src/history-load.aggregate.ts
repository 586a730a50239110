import type { Aggregate } from '@tenure/event-store';
import {
  historyLoadCodec,
  type HistoryLoadCommand,
  type HistoryLoadEvent,
  type HistoryLoadRejection,
} from '@tenure/history-load-contract';
import { historyLoad, type HistoryLoad } from '@tenure/history-load-core';
import type { Plain } from '@tenure/shared-contract';

export const historyLoadAggregate: Aggregate<
  HistoryLoad,
  Plain<HistoryLoadCommand>,
  HistoryLoadEvent,
  HistoryLoadRejection
> = {
  category: 'historyLoad',
  decider: historyLoad,
  codec: historyLoadCodec,
  idOf: ({ loadId }) => loadId,
  customerIdOf: () => undefined,
  starts: ['StartHistoryLoad'],
};
