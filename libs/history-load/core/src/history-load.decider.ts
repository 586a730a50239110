import type { HistoryLoadCommand, HistoryLoadEvent, HistoryLoadRejection } from '@tenure/history-load-contract';
import { accept, reject, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

export type HistoryLoad = { readonly status: 'absent' | 'loading' | 'finished' };

/** One load of past events, begun again as often as it is interrupted or repeated. */
export const historyLoad: Decider<HistoryLoad, Plain<HistoryLoadCommand>, HistoryLoadEvent, HistoryLoadRejection> = {
  initial: { status: 'absent' },
  evolve: (_state, { type }) => {
    switch (type) {
      case 'HistoryLoadStarted':
        return { status: 'loading' };
      case 'HistoryLoadFinished':
        return { status: 'finished' };
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'StartHistoryLoad': {
        if (state.status === 'loading') return accept();
        const { loadId, mapping, files, occurredAt: startedAt } = command;
        return accept({ type: 'HistoryLoadStarted', data: { loadId, mapping, files, startedAt } });
      }
      case 'FinishHistoryLoad': {
        if (state.status === 'absent') return reject('history-load-not-started');
        if (state.status === 'finished') return accept();
        const { loadId, read, accepted, known, rejected, occurredAt: finishedAt } = command;
        if (read !== accepted + known + rejected) return reject('history-load-counts-disagree');
        return accept({ type: 'HistoryLoadFinished', data: { loadId, read, accepted, known, rejected, finishedAt } });
      }
    }
  },
};
