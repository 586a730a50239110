import type { EventStoreDBClient } from '@eventstore/db-client';
import { Automation } from '@tenure/automation-runtime';
import { headPosition } from '@tenure/event-store';
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
  readonly client: EventStoreDBClient;
  /** Of a database whose timers have been migrated. */
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly send: SendPlanCommand;
  /** ISO 8601; planning goes by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, timer?: string) => void;
  /** How long tiers that were judged for a time long past are given until they are planned by; 30,000 unless given. */
  readonly settleMs?: number;
}

/** Each holds a connection while its customer is planned for. */
const CUSTOMERS_AT_A_TIME = 4;

/** Plans contact with customers by their tier from now on, and says what of it was done or missed. */
export function contactPlanAutomation(options: ContactPlanAutomationOptions): Automation {
  const { feed, client, dataSource, policies, send, now, onFailure, settleMs = 30_000 } = options;
  const timers = (handler: TimerHandler) =>
    new TimerWorker({
      url: urlOf(dataSource),
      handlers: { [CONTACT_PLAN_TIMER]: handler },
      now,
      onFailure,
      concurrency: CUSTOMERS_AT_A_TIME,
    });
  return new Automation({
    name: 'contact-plan',
    feed,
    dataSource,
    handles: CONTACT_PLAN_HANDLES,
    open: async (progress) => {
      const watches = new PlanWatches(dataSource);
      const acting = new PlanActing({ dataSource, watches, policies, send, now });
      const newest = () => headPosition(client);
      return new ContactPlanProcess({ watches, acting, policies, newest, timers, progress, now, settleMs });
    },
    onFailure,
  });
}
