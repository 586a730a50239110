import type { EventStoreDBClient } from '@eventstore/db-client';
import { Automation } from '@tenure/automation-runtime';
import { newestPositionOf, type CommandExecutor } from '@tenure/event-store';
import type { PolicyBook } from '@tenure/policy-contract';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import { TimerWorker, type TimerHandler } from '@tenure/timers';
import type { DataSource } from 'typeorm';
import { CaseObserving, type OnRefusedFact } from './case.observing';
import { CASE_TIMER } from './case.timers';
import { ClockProcess } from './clock.process';
import { CLOCK_PROCESS_HANDLES } from './clock.types';
import { LiveStandards } from './live.standards';
import { WatchedCases } from './watched.cases';

export interface ServiceStandardAutomationOptions {
  readonly feed: Feed;
  readonly client: EventStoreDBClient;
  readonly executor: CommandExecutor;
  readonly policies: PolicyBook;
  /** Of a database whose timers have been migrated. */
  readonly dataSource: DataSource;
  /** ISO 8601; clocks run by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, timer?: string) => void;
  readonly onRefusedFact: OnRefusedFact;
}

/**
 * Nobody minds a quarter of a second, and looking costs four queries a second whatever waits. A timer does little but wait
 * for the event store, three times: many at a time are what makes a thousand of them quick.
 */
const PACE = { pollMs: 250, concurrency: 128 };

/** Runs the clocks of cases: by what the log says of them, and by the time that passes. */
export function serviceStandardAutomation(options: ServiceStandardAutomationOptions): Automation {
  const { feed, client, executor, policies, dataSource, now, onFailure, onRefusedFact } = options;
  const timers = (handler: TimerHandler) =>
    new TimerWorker({ url: urlOf(dataSource), handlers: { [CASE_TIMER]: handler }, now, ...PACE, onFailure });
  return new Automation({
    name: 'service-standard',
    feed,
    dataSource,
    handles: CLOCK_PROCESS_HANDLES,
    open: (progress) => {
      const standards = new LiveStandards(policies);
      const observing = new CaseObserving(executor, standards, onRefusedFact);
      const cases = new WatchedCases(dataSource);
      const newestOf = (caseId: string) => newestPositionOf(client, `complaint-${caseId}`);
      return ClockProcess.open({ cases, standards, observing, newestOf, timers, progress, now });
    },
    onFailure,
  });
}
