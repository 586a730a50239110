import { defineCodec } from '@tenure/kernel';

/** Stored for ever: add optional fields; never rename, retype or reuse one. */
export type HistoryLoadEvent =
  | { readonly type: 'HistoryLoadStarted'; readonly data: HistoryLoadStarted }
  | { readonly type: 'HistoryLoadFinished'; readonly data: HistoryLoadFinished };

export interface HistoryLoadStarted {
  readonly loadId: string;
  readonly mapping: string;
  readonly files: readonly string[];
  readonly startedAt: string;
}

export interface HistoryLoadFinished {
  readonly loadId: string;
  /** Rows; read = accepted + known + rejected. */
  readonly read: number;
  readonly accepted: number;
  readonly known: number;
  readonly rejected: number;
  readonly finishedAt: string;
}

export const historyLoadCodec = defineCodec<HistoryLoadEvent>({
  HistoryLoadStarted: {
    version: 1,
    fields: { loadId: 'string', mapping: 'string', files: 'array', startedAt: 'string' },
  },
  HistoryLoadFinished: {
    version: 1,
    fields: {
      loadId: 'string',
      read: 'number',
      accepted: 'number',
      known: 'number',
      rejected: 'number',
      finishedAt: 'string',
    },
  },
});
