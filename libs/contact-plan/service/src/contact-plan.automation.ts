import { Automation } from '@tenure/automation-runtime';
import type { PolicyBook } from '@tenure/policy-contract';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import { TimerWorker, type TimerHandler } from '@tenure/timers';
import type { DataSource } from 'typeorm';
import { CONTACT_PLAN_HANDLES, ContactPlanProcess } from './contact-plan.process';
import { PlanActing, type SendPlanCommand } from './plan.acting';
import { CONTACT_PLAN_TIMER, PlanWatches } from './plan.watches';

export interface ContactPlanAutomationOptions {
  readonly feed: Feed;
  /** Of a database whose timers have been migrated. */
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly send: SendPlanCommand;
  /** ISO 8601; planning goes by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** How long tiers that were judged for a time long past are given until they are planned by; 30,000 unless given. */
  readonly settleMs?: number;
  /** After how long a customer for whom planning failed is tried again; 30,000 unless given. */
  readonly retryMs?: number;
}

/** Plans contact with customers by their tier from now on, and says what of it was done or missed. */
export function contactPlanAutomation(options: ContactPlanAutomationOptions): Automation {
  const { feed, dataSource, policies, send, now, onFailure, settleMs = 30_000, retryMs = 30_000 } = options;
  const timers = (handler: TimerHandler) =>
    new TimerWorker({
      url: urlOf(dataSource),
      handlers: { [CONTACT_PLAN_TIMER]: handler },
      now,
      onFailure,
      concurrency: 1,
    });
  return new Automation({
    name: 'contact-plan',
    feed,
    dataSource,
    handles: CONTACT_PLAN_HANDLES,
    open: async () => {
      const watches = new PlanWatches(dataSource);
      const acting = new PlanActing({ dataSource, watches, policies, send, now, onFailure, retryMs });
      return new ContactPlanProcess({ watches, acting, policies, timers, now, settleMs });
    },
    onFailure,
  });
}
