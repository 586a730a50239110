import { Automation } from '@tenure/automation-runtime';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import { TimerWorker, type TimerHandler } from '@tenure/timers';
import { CHURN_HANDLES, CHURN_TIMER, ChurnProcess } from './churn.process';
import { ScoringRun, type ScoringParts } from './scoring.run';

export interface ChurnAutomationOptions extends ScoringParts {
  readonly feed: Feed;
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** For how long scoring is put off where the read models lag; 30,000 unless given. */
  readonly putOffMs?: number;
}

/** Scores all customers once a day, and after history was loaded, and records whose band of risk has changed. */
export function churnAutomation(options: ChurnAutomationOptions): Automation {
  const { feed, dataSource, policies, now, onFailure, putOffMs = 30_000 } = options;
  const timers = (handler: TimerHandler) =>
    new TimerWorker({
      url: urlOf(dataSource),
      handlers: { [CHURN_TIMER]: handler },
      now,
      onFailure,
      concurrency: 1,
    });
  return new Automation({
    name: 'churn',
    feed,
    dataSource,
    handles: CHURN_HANDLES,
    open: async (progress) =>
      new ChurnProcess({ dataSource, policies, run: new ScoringRun(options), progress, timers, now, putOffMs }),
    onFailure,
  });
}
