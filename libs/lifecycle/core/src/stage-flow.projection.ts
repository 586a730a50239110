import { instant, type Projection } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';

/** How many customers went from one stage to another in a month (UTC). */
export interface StageFlowRow {
  /** `month|from|to`. */
  readonly key: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

type Entered = Extract<LifecycleEvent, { type: 'StageEntered' }>;

/** The flows between stages, month by month; their sums up to a month are the stages at its end. */
export const stageFlow: Projection<StageFlowRow, Entered> = {
  name: 'stage-flow',
  version: 1,
  handles: ['StageEntered'],
  keysOf: ({ data: { enteredAt, from, stage } }) => [`${monthOf(enteredAt)}|${from}|${stage}`],
  fold: (row, { data: { enteredAt, from, stage } }, key) => ({
    key,
    month: monthOf(enteredAt),
    from,
    to: stage,
    customers: (row?.customers ?? 0) + 1,
  }),
};

const monthOf = (at: string): string => instant(Date.parse(at)).slice(0, 7);
